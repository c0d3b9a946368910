package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.local.test.WithServers;
import shop.order.payment.PaymentGateway.Outcome;

/// What it does with the totals that the settings name.
@QuarkusTest
@WithServers(database = "orders")
class LocalGatewayTest {

    @Inject
    LocalGateway gateway;

    @Test
    void it_approves_at_once_and_however_often_it_is_asked_it_is_one_payment() {
        var payment = payment("10.00");

        assertThat(gateway.charge(payment))
                .isEqualTo(new Outcome.Succeeded("pay-" + payment.orderId(), payment.amount()))
                .isEqualTo(gateway.charge(payment));
        assertThat(gateway.voidPayment(payment("10.00"))).isInstanceOf(Outcome.Voided.class);
    }

    @Test
    void it_declines() {
        assertThat(gateway.charge(payment("13.13"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void it_never_answers() {
        var payment = payment("13.14");

        assertThat(gateway.charge(payment)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway.charge(payment)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway.voidPayment(payment)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void it_waits_for_the_customer() {
        var payment = payment("13.15");

        assertThat(gateway.charge(payment)).isInstanceOf(Outcome.Pending.class);
        assertThat(gateway.charge(payment)).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void it_takes_the_money_and_its_answer_is_lost() {
        var charged = payment("13.16");
        var voided = payment("13.16");

        assertThat(gateway.charge(charged)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway.charge(charged)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(gateway.charge(voided)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway.voidPayment(voided)).isInstanceOf(Outcome.Succeeded.class);
    }

    private static DuePayment payment(String amount) {
        return new DuePayment(UUID.randomUUID(), Money.of(amount, "USD"), null);
    }
}
