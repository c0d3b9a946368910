package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.payment.ScriptedGateway.paid;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.contracts.Money;
import shop.order.lifecycle.OrderStatus;
import shop.order.lifecycle.Transition;
import shop.order.payment.PaymentGateway.Outcome;

class PaymentRuleTest {

    private static final Money PRICE = Money.of("99.98", "USD");

    private final Payment awaited = payment(OrderStatus.PENDING, PaymentStatus.DUE);

    @Test
    void money_of_the_right_amount_confirms_the_order_that_waits_for_it() {
        var verdict = awaited.on(paid("pay-1"));

        assertThat(verdict.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(verdict.transition()).isEqualTo(new Transition.Confirm("pay-1"));
        assertThat(verdict.receipt()).isEqualTo(new Verdict.Receipt("pay-1", PRICE, null));
    }

    @Test
    void money_of_another_amount_cancels_the_order_and_goes_back() {
        var little = Money.of("99.97", "USD");

        var verdict = awaited.on(new Outcome.Succeeded("pay-1", little));

        assertThat(verdict.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(verdict.transition()).isEqualTo(new Transition.Cancel("WRONG_AMOUNT"));
        assertThat(verdict.receipt()).isEqualTo(new Verdict.Receipt("pay-1", little, "WRONG_AMOUNT"));
    }

    @ParameterizedTest
    @EnumSource
    void money_for_a_cancelled_order_goes_back_whatever_was_said_of_it_before(PaymentStatus status) {
        var verdict = payment(OrderStatus.CANCELLED, status).on(paid("pay-1"));

        assertThat(verdict.transition()).isNull();
        assertThat(verdict.receipt()).isEqualTo(new Verdict.Receipt("pay-1", PRICE, "ORDER_CANCELLED"));
    }

    @Test
    void a_second_payment_goes_back() {
        var verdict =
                payment(OrderStatus.SHIPPED, PaymentStatus.SUCCEEDED, "pay-1").on(paid("pay-2"));

        assertThat(verdict.receipt()).isEqualTo(new Verdict.Receipt("pay-2", PRICE, "PAID_TWICE"));
    }

    @Test
    void money_that_is_known_is_no_news() {
        assertThat(payment(OrderStatus.CONFIRMED, PaymentStatus.SUCCEEDED, "pay-1")
                        .on(paid("pay-1")))
                .isEqualTo(Verdict.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = "DUE", mode = EnumSource.Mode.EXCLUDE)
    void the_first_outcome_stands(PaymentStatus status) {
        var settled = payment(OrderStatus.CANCELLED, status);

        assertThat(settled.on(new Outcome.Failed("no funds"))).isEqualTo(Verdict.NOTHING);
        assertThat(settled.on(new Outcome.Voided())).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void no_money_ends_the_order_that_waits_for_it_and_no_other() {
        var ended = payment(OrderStatus.CANCELLED, PaymentStatus.DUE);

        assertThat(awaited.on(new Outcome.Failed("no funds")).transition())
                .isEqualTo(new Transition.Cancel("PAYMENT_DECLINED"));
        assertThat(awaited.on(new Outcome.Voided()).transition()).isEqualTo(new Transition.Cancel("UNPAID"));
        assertThat(ended.on(new Outcome.Voided())).isEqualTo(new Verdict(PaymentStatus.VOIDED, null, null, null));
    }

    @Test
    void what_is_unknown_changes_nothing() {
        assertThat(awaited.on(new Outcome.Unknown("time-out"))).isEqualTo(Verdict.NOTHING);
        assertThat(awaited.on(new Outcome.Pending())).isEqualTo(Verdict.NOTHING);
    }

    private static Payment payment(OrderStatus order, PaymentStatus status, String... known) {
        return new Payment(UUID.randomUUID(), order, status, PRICE, Set.of(known));
    }
}
