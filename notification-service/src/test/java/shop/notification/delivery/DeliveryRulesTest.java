package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import shop.notification.channel.Outcome;

class DeliveryRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final DeliveryRules RULES = rules(AnswerLost.SEND_AGAIN);

    @Test
    void a_customer_who_is_not_known_yet_is_waited_for() {
        var result = RULES.customerUnknown(claim(), NOW.plus(Duration.ofMinutes(9)));

        assertThat(result.state()).isEqualTo(NotificationState.WAITING);
        assertThat(result.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_customer_who_is_not_known_after_ten_minutes_is_skipped() {
        var result = RULES.customerUnknown(claim(), NOW.plus(Duration.ofMinutes(10)));

        assertThat(result.state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(result.reason()).isEqualTo("customer not known");
    }

    @Test
    void what_the_provider_took_is_sent() {
        var result = RULES.after(claim(), new Outcome.Accepted("id-1"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.SENT);
        assertThat(result.providerMessageId()).isEqualTo("id-1");
        assertThat(result.dueAt()).isNull();
    }

    @Test
    void a_customer_without_an_address_is_skipped_and_no_provider_was_asked() {
        var result = RULES.after(claim(), new Outcome.Unreachable("no phone number"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(result.attempted()).isFalse();
    }

    @Test
    void what_the_provider_will_never_take_is_dead() {
        var result = RULES.after(claim(), new Outcome.Refused("mail server said 550"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
    }

    @Test
    void a_failure_is_tried_again_after_a_pause() {
        var result = RULES.after(claim(), new Outcome.Failed("busy"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
        assertThat(result.dueAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void a_failure_at_the_deadline_is_the_last() {
        var result = RULES.after(claim(), new Outcome.Failed("busy"), NOW.plus(Duration.ofHours(24)));

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
        assertThat(result.reason()).isEqualTo("busy");
    }

    @Test
    void a_lost_answer_is_perhaps_sent_twice_where_configured_so() {
        var result = rules(AnswerLost.SEND_AGAIN).after(claim(), new Outcome.AnswerLost("broke off"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.RETRY);
    }

    @Test
    void a_lost_answer_is_perhaps_not_sent_where_configured_so() {
        var result = rules(AnswerLost.GIVE_UP).after(claim(), new Outcome.AnswerLost("broke off"), NOW);

        assertThat(result.state()).isEqualTo(NotificationState.DEAD);
        assertThat(result.reason()).isEqualTo("perhaps sent: broke off");
    }

    @Property
    void pauses_grow_up_to_the_longest(@ForAll @IntRange(min = 1, max = 1_000_000) int attempts) {
        var pause = RULES.pauseAfter(attempts);

        assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(RULES.pauseAfter(attempts + 1)).isGreaterThanOrEqualTo(pause);
    }

    private static DeliveryRules rules(AnswerLost answerLost) {
        return new DeliveryRules(
                Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24), answerLost);
    }

    private static Claim claim() {
        return new Claim("e:EMAIL", "ann", true, UUID.randomUUID(), 1, "subject", "body", 0, NOW, NOW.plusSeconds(60));
    }
}
