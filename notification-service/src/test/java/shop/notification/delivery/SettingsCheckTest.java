package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Notifier;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;

class SettingsCheckTest {

    private static final Settings GOOD = new Settings(
            Map.of("carrier", 10), Map.of("email", AnswerLost.GIVE_UP), Duration.ofSeconds(20), Duration.ofDays(90));

    @Test
    void what_is_shipped_is_good() {
        assertThatCode(() -> check(it -> it)).doesNotThrowAnyException();
    }

    @Test
    void a_rate_of_nobody_is_named() {
        refused(it -> it.withRates(Map.of("carier", 10)), "per-second.carier is about nothing");
    }

    @Test
    void a_negative_rate_is_named() {
        refused(it -> it.withRates(Map.of("carrier", -1)), "per-second.carrier is negative");
    }

    @Test
    void a_choice_for_a_channel_that_is_not_there_is_named() {
        refused(it -> it.withAnswerLost(Map.of("emial", AnswerLost.GIVE_UP)), "answer-lost.emial is about nothing");
    }

    @Test
    void a_lease_that_leaves_no_time_to_send_is_named() {
        refused(it -> it.withLease(Duration.ofSeconds(11)), "lease must be");
    }

    @Test
    void to_forget_before_topics_do_is_named() {
        refused(it -> it.withKept(Duration.ofDays(30)), "kept must be");
    }

    private static void refused(Function<Settings, Settings> change, String why) {
        assertThatThrownBy(() -> check(change))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("shop.notification.delivery." + why);
    }

    private static void check(Function<Settings, Settings> change) {
        new SettingsCheck(change.apply(GOOD), List.of(new Mail()), List.of(new Carrier()));
    }

    private record Settings(
            Map<String, Integer> perSecond, Map<String, AnswerLost> answerLost, Duration lease, Duration kept)
            implements DeliverySettings {

        Settings withRates(Map<String, Integer> rates) {
            return new Settings(rates, answerLost, lease, kept);
        }

        Settings withAnswerLost(Map<String, AnswerLost> lost) {
            return new Settings(perSecond, lost, lease, kept);
        }

        Settings withLease(Duration other) {
            return new Settings(perSecond, answerLost, other, kept);
        }

        Settings withKept(Duration other) {
            return new Settings(perSecond, answerLost, lease, other);
        }

        @Override
        public int batch() {
            return 100;
        }

        @Override
        public int sideBySide() {
            return 64;
        }

        @Override
        public Duration sendTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration requestOverdue() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration waitForCustomer() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration firstRetry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestRetry() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration deadline() {
            return Duration.ofHours(24);
        }

        @Override
        public String sweepEvery() {
            return "1s";
        }
    }

    private record Mail() implements Notifier {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public List<Provider> providers() {
            return List.of();
        }

        @Override
        public @Nullable String unreachable(Contact contact) {
            return null;
        }
    }

    private record Carrier() implements Provider {

        @Override
        public String name() {
            return "carrier";
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            return new Outcome.Accepted(null);
        }
    }
}
