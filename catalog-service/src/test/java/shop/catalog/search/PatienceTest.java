package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void what_passes_is_waited_for() {
        var tries = new AtomicInteger();

        var answer = new Patience(Duration.ofMinutes(1)).with(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IndexAway("away", null);
            }
            return "here";
        });

        assertThat(answer).isEqualTo("here");
    }

    @Test
    void what_stays_away_for_too_muchexhausts_it_and_says_why() {
        var none = new Patience(Duration.ZERO);

        assertThatThrownBy(() -> none.during(() -> {
                    throw new IndexAway("connection refused", null);
                }))
                .isInstanceOf(Patience.Exhausted.class)
                .hasMessageContaining("connection refused");
    }

    @Test
    void what_does_not_pass_is_not_waited_for() {
        var much = new Patience(Duration.ofDays(1));

        assertThatThrownBy(() -> much.during(() -> {
                    throw new IllegalStateException("wrong");
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
