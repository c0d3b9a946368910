package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.delivery.Rates.Lease;
import shop.notification.delivery.Result.Fate;
import shop.notification.message.Kind;
import shop.notification.message.Message;

/// With the application, as the circuit breaker's library needs it.
@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class GateTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Dispatch DISPATCH = new Dispatch(
            "e:EMAIL",
            Kind.ORDER_PLACED,
            UUID.randomUUID(),
            Instant.EPOCH,
            Contact.none("ann"),
            new Message("", "", "", ""),
            (@Nullable URI) null);
    private static final Instant LATER = Instant.MAX;
    private static final Runnable NOTHING = () -> {};
    private static final Outcome ACCEPTED = new Outcome.Accepted("id");
    private static final Outcome FAILED = new Outcome.Failed("broken");
    private static final DeliveryRules RULES = new DeliveryRules(
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofDays(100_000),
            AnswerLost.SEND_AGAIN);

    private final List<String> paused = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> asking = new ArrayList<>();

    @Test
    void a_provider_that_fails_again_and_again_is_left_alone() {
        var gate = gate("first", () -> FAILED);

        for (int i = 0; i < 30; i++) {
            gate.ask(DISPATCH, LATER, NOTHING);
        }

        assertThat(asked).hasSize(20);
        assertThat(gate.room()).isZero();
        assertThat(gate.isHealthy()).isFalse();
    }

    @Test
    void a_provider_that_fails_now_and_then_goes_on() {
        var count = new int[1];
        var gate = gate("first", () -> count[0]++ % 3 == 0 ? FAILED : ACCEPTED);

        for (int i = 0; i < 100; i++) {
            gate.ask(DISPATCH, LATER, NOTHING);
        }

        assertThat(asked).hasSize(100);
        assertThat(gate.room()).isEqualTo(100);
    }

    @Test
    void one_that_refuses_messages_is_not_down() {
        var gate = gate("first", () -> new Outcome.Refused("bad address"));

        for (int i = 0; i < 100; i++) {
            gate.ask(DISPATCH, LATER, NOTHING);
        }

        assertThat(asked).hasSize(100);
    }

    @Test
    void one_that_asks_to_be_left_alone_is_and_the_other_replicas_are_told() {
        var gate = gate("first", () -> new Outcome.Failed("too many", Duration.ofMinutes(1)));

        var first = gate.ask(DISPATCH, LATER, NOTHING);
        var second = gate.ask(DISPATCH, LATER, NOTHING);

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(paused).containsExactly("first");
        assertThat(gate.opensAt()).isAfter(CLOCK.instant().plusSeconds(50));
    }

    @Test
    void a_message_for_which_nothing_had_to_be_waited_could_be_sent_before() {
        var before = CLOCK.instant();

        var answer = gate("first", () -> ACCEPTED).ask(DISPATCH, LATER, NOTHING).orElseThrow();

        assertThat(answer.sendableAt()).isBefore(before);
    }

    @Test
    void a_provider_that_breaks_is_one_that_may_have_sent_it() {
        var gate = gate("first", () -> {
            throw new IllegalStateException("bug");
        });

        var answer = gate.ask(DISPATCH, LATER, NOTHING).orElseThrow();

        assertThat(answer.outcome()).isInstanceOf(Outcome.AnswerLost.class);
    }

    @Test
    void what_the_first_surely_did_not_send_the_second_sends_at_once() {
        var attempt = attempt(gate("first", () -> FAILED), gate("second", () -> ACCEPTED));

        var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);

        assertThat(result.state()).isEqualTo(NotificationState.SENT);
        assertThat(result.provider()).isEqualTo("second");
        assertThat(result.asked()).isEqualTo(2);
    }

    @Test
    void what_the_first_perhaps_sent_the_second_does_not_send() {
        var attempt = attempt(gate("first", () -> new Outcome.AnswerLost("broke off")), gate("second", () -> ACCEPTED));

        var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);

        assertThat(asked).containsExactly("first");
        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
    }

    @Test
    void what_the_first_refuses_the_second_is_not_asked_for() {
        var attempt = attempt(gate("first", () -> new Outcome.Refused("bad address")), gate("second", () -> ACCEPTED));

        var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);

        assertThat(asked).containsExactly("first");
        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
    }

    @Test
    void while_all_are_shut_nobody_is_asked_and_no_attempt_is_counted() {
        var first = gate("first", () -> new Outcome.Failed("too many", Duration.ofMinutes(2)));
        var second = gate("second", () -> new Outcome.Failed("too many", Duration.ofMinutes(1)));
        var attempt = attempt(first, second);
        attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);

        var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);

        assertThat(asked).containsExactly("first", "second");
        assertThat(result.asked()).isZero();
        assertThat(((Fate.Retry) result.fate()).dueAt())
                .isBetween(CLOCK.instant().plusSeconds(50), CLOCK.instant().plusSeconds(70));
    }

    @Test
    void nobody_is_asked_when_the_lease_leaves_no_time_to_wait_for_them() {
        var attempt = attempt(gate("first", () -> ACCEPTED));

        var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(6)), DISPATCH);

        assertThat(asked).isEmpty();
        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
        assertThat(result.asked()).isZero();
    }

    @Test
    void it_is_said_before_a_provider_is_asked_and_not_where_none_is() {
        var shut = gate("first", () -> new Outcome.Failed("too many", Duration.ofMinutes(1)));
        shut.ask(DISPATCH, LATER, NOTHING);

        attempt(shut).at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);
        assertThat(asking).isEmpty();

        attempt(gate("second", () -> ACCEPTED)).at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);
        assertThat(asking).containsExactly("e:EMAIL");
    }

    @Test
    void a_mailbox_that_is_full_for_now_says_nothing_about_its_provider_and_no_other_is_asked() {
        var gate = gate("first", () -> new Outcome.Deferred("mailbox full"));
        var attempt = attempt(gate, gate("second", () -> ACCEPTED));

        for (int i = 0; i < 30; i++) {
            var result = attempt.at(AClaim.leased(CLOCK.instant().plusSeconds(20)), DISPATCH);
            assertThat(result.state()).isEqualTo(NotificationState.RETRY);
        }

        assertThat(asked).hasSize(30).containsOnly("first");
        assertThat(gate.isHealthy()).isTrue();
    }

    private Attempt attempt(Gate... gates) {
        return new Attempt(List.of(gates), RULES, it -> asking.add(it.notificationId()), Duration.ofSeconds(7), CLOCK);
    }

    private Gate gate(String name, Supplier<Outcome> behaviour) {
        var rate = new Rate(() -> new Lease(CLOCK.instant(), Duration.ZERO, Integer.MAX_VALUE, CLOCK.instant()), CLOCK);
        return new Gate(new Scripted(name, behaviour), rate, 100, _ -> paused.add(name), CLOCK);
    }

    private final class Scripted implements Provider {

        private final String name;
        private final Supplier<Outcome> behaviour;

        private Scripted(String name, Supplier<Outcome> behaviour) {
            this.name = name;
            this.behaviour = behaviour;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            asked.add(name);
            return behaviour.get();
        }
    }
}
