package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitersTest {

    private static final Outcome PLACED = new Outcome.Placed("1.00", "USD");

    private final Waiters waiters = new Waiters();

    @Test
    void all_who_wait_for_a_checkout_hear_of_its_outcome() {
        try (var one = waiters.on("a");
                var two = waiters.on("a");
                var other = waiters.on("b")) {

            waiters.tell("a", PLACED);

            assertThat(one.within(Duration.ZERO)).hasValue(PLACED);
            assertThat(two.within(Duration.ZERO)).hasValue(PLACED);
            assertThat(other.within(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void who_leaves_does_not_take_the_others_along() {
        try (var stays = waiters.on("a")) {
            waiters.on("a").close();

            waiters.tell("a", PLACED);

            assertThat(stays.within(Duration.ZERO)).hasValue(PLACED);
        }
    }

    @Test
    void an_outcome_that_nobody_waits_for_is_forgotten() {
        waiters.tell("a", PLACED);

        try (var late = waiters.on("a")) {
            assertThat(late.within(Duration.ZERO)).isEmpty();
        }
    }
}
