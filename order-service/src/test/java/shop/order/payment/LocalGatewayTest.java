package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.order.payment.PaymentGateway.Outcome;

class LocalGatewayTest {

    private final UUID order = UUID.randomUUID();
    private final LocalGateway gateway = new LocalGateway(Optional.of(Set.of("13.13")), Optional.of(Set.of("77.77")));

    @Test
    void it_approves_at_once_and_however_often_it_is_asked_it_is_one_payment() {
        var first = gateway.charge(order, Money.of("10.00", "USD"));
        var second = gateway.charge(order, Money.of("10.00", "USD"));

        assertThat(first).isInstanceOf(Outcome.Succeeded.class).isEqualTo(second);
    }

    @Test
    void it_declines_and_leaves_unanswered_what_settings_name() {
        assertThat(gateway.charge(order, Money.of("13.13", "USD"))).isInstanceOf(Outcome.Failed.class);
        assertThat(gateway.charge(order, Money.of("77.77", "USD"))).isInstanceOf(Outcome.Unknown.class);
    }
}
