package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.delivery.AClaim.NOW;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import shop.notification.channel.Outcome;
import shop.notification.delivery.Result.Fate;

class DeliveryRulesTest {

    private static final DeliveryRules RULES = rules(AnswerLost.SEND_AGAIN);

    @Test
    void a_customer_who_is_not_known_yet_is_waited_for() {
        var result = RULES.customerUnknown(AClaim.any(), NOW.plus(Duration.ofMinutes(9)));

        assertThat(result.fate()).isEqualTo(new Fate.Waiting(Hold.CUSTOMER, NOW.plus(Duration.ofMinutes(10))));
    }

    @Test
    void a_customer_who_is_not_known_after_ten_minutes_is_skipped_and_nothing_is_kept_of_them() {
        var result = RULES.customerUnknown(AClaim.any(), NOW.plus(Duration.ofMinutes(10)));

        assertThat(result.fate()).isEqualTo(new Fate.Skipped(true));
        assertThat(result.reason()).isEqualTo("customer not known");
    }

    @Test
    void what_the_provider_took_is_sent() {
        var result = after(RULES, new Outcome.Accepted("id-1"), NOW);

        assertThat(result.fate()).isEqualTo(new Fate.Sent("id-1", NOW, NOW));
        assertThat(result.provider()).isEqualTo("smtp");
    }

    @Test
    void a_customer_without_a_good_address_is_skipped() {
        var result = after(RULES, new Outcome.Unreachable("no device"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(result.reason()).isEqualTo("no device");
    }

    @Test
    void what_the_provider_will_never_take_is_dead() {
        var result = after(RULES, new Outcome.Refused("mail server said 550"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
    }

    @Test
    void a_failure_is_tried_again_after_a_pause() {
        var result = after(RULES, new Outcome.Failed("busy"), NOW);

        assertThat(dueAt(result)).isBetween(NOW.plusMillis(500), NOW.plusSeconds(1));
    }

    @Test
    void a_provider_that_says_how_long_is_left_alone_for_so_long() {
        var result = after(RULES, new Outcome.Failed("too many", Duration.ofSeconds(42)), NOW);

        assertThat(dueAt(result)).isEqualTo(NOW.plusSeconds(42));
    }

    @Test
    void a_provider_that_asks_for_less_than_the_pause_gets_the_pause() {
        var result = after(RULES, new Outcome.Failed("too many", Duration.ofMillis(1)), NOW);

        assertThat(dueAt(result)).isAfterOrEqualTo(NOW.plusMillis(500));
    }

    @Test
    void a_failure_at_the_deadline_is_the_last() {
        var result = after(RULES, new Outcome.Failed("busy"), NOW.plus(Duration.ofHours(24)));

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
        assertThat(result.reason()).isEqualTo("busy");
    }

    @Test
    void the_deadline_counts_from_when_it_could_be_sent() {
        var held = AClaim.of(AClaim.any().kind()).claim(NOW.plus(Duration.ofHours(9)), Hold.QUIET_HOURS);
        var later = NOW.plus(Duration.ofHours(32));

        var result = RULES.after(held, new Outcome.Failed("busy"), 1, "smtp", later, later);

        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
    }

    @Test
    void what_waited_past_the_deadline_is_not_sent_any_more() {
        var over =
                RULES.deadlineOver(AClaim.any(), NOW.plus(Duration.ofHours(24)).plusMillis(1));

        assertThat(over.state()).isEqualTo(NotificationState.DEAD);
        assertThat(RULES.deadlineOver(AClaim.any(), NOW.plus(Duration.ofHours(24))))
                .isNull();
    }

    @Test
    void without_any_provider_it_is_dead_at_the_deadline_too() {
        var result = RULES.noProvider(AClaim.any(), NOW.plus(Duration.ofHours(25)));

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
        assertThat(result.asked()).isZero();
    }

    @Test
    void a_lost_answer_is_perhaps_sent_twice_where_configured_so() {
        var result = after(rules(AnswerLost.SEND_AGAIN), new Outcome.AnswerLost("broke off"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
    }

    @Test
    void a_lost_answer_is_perhaps_not_sent_where_configured_so() {
        var result = after(rules(AnswerLost.GIVE_UP), new Outcome.AnswerLost("broke off"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
        assertThat(result.reason()).isEqualTo("perhaps sent: broke off");
    }

    @Property
    void pauses_double_up_to_the_longest_and_lose_at_most_half(
            @ForAll @IntRange(min = 1, max = 1_000_000) int attempts, @ForAll String notificationId) {
        var whole = Math.min(1000 * Math.pow(2, attempts - 1.0), 300_000);

        var pause = RULES.pauseAfter(attempts, notificationId);

        assertThat((double) pause.toMillis()).isBetween(Math.floor(whole / 2), whole);
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        var pauses = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(it -> RULES.pauseAfter(5, "event-" + it + ":EMAIL"))
                .distinct();

        assertThat(pauses.count()).isGreaterThan(300);
    }

    private static Result after(DeliveryRules rules, Outcome outcome, Instant now) {
        return rules.after(AClaim.any(), outcome, 1, "smtp", now, now);
    }

    private static Instant dueAt(Result result) {
        return ((Fate.Retry) result.fate()).dueAt();
    }

    private static DeliveryRules rules(AnswerLost answerLost) {
        return new DeliveryRules(
                Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24), answerLost);
    }
}
