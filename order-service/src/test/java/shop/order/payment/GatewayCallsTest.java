package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.payment.ScriptedGateway.paid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.order.payment.PaymentGateway.Outcome;

class GatewayCallsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final DuePayment slow = payment();
    private final DuePayment quick = payment();
    private final List<Answer> answers = new ArrayList<>();

    @Test
    void a_slow_answer_holds_up_no_other() {
        var quickIsHandedOn = new CountDownLatch(1);
        Consumer<List<Answer>> handing = some -> {
            answers.addAll(some);
            quickIsHandedOn.countDown();
        };

        ask(LONG, it -> it == slow ? afterThat(quickIsHandedOn) : paid("quick"), handing);

        assertThat(answers)
                .containsExactly(new Answer(quick.orderId(), paid("quick")), new Answer(slow.orderId(), paid("slow")));
    }

    @Test
    void who_does_not_answer_in_time_is_unknown() {
        ask(SHORT, it -> it == slow ? afterThat(new CountDownLatch(1)) : paid("quick"), answers::addAll);

        assertThat(answers).contains(new Answer(quick.orderId(), paid("quick"))).hasSize(2);
        assertThat(answers.getLast().orderId()).isEqualTo(slow.orderId());
        assertThat(answers.getLast().outcome()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void who_fails_is_unknown() {
        ask(
                LONG,
                it -> {
                    throw new IllegalStateException("broken");
                },
                answers::addAll);

        assertThat(answers).extracting(Answer::outcome).hasSize(2).allMatch(Outcome.Unknown.class::isInstance);
    }

    @Test
    void nothing_due_is_nothing_asked() {
        new GatewayCalls(LONG).ask(List.of(), _ -> paid("nobody"), answers::addAll);

        assertThat(answers).isEmpty();
    }

    private void ask(Duration deadline, Function<DuePayment, Outcome> question, Consumer<List<Answer>> answered) {
        new GatewayCalls(deadline).ask(List.of(slow, quick), question, answered);
    }

    private static Outcome afterThat(CountDownLatch event) {
        try {
            event.await();
            return paid("slow");
        } catch (InterruptedException _) {
            return new Outcome.Unknown("interrupted");
        }
    }

    private static DuePayment payment() {
        return new DuePayment(UUID.randomUUID(), Money.of("99.98", "USD"), null);
    }
}
