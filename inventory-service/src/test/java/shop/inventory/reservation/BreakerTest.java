package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.EPOCH;
    private final Breaker breaker = new Breaker(new TestClock(), Duration.ofSeconds(2));

    @Test
    void who_failed_is_left_alone_for_the_pause() {
        breaker.failed();

        now = now.plusMillis(1999);

        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void after_the_pause_it_is_asked_again_and_counts_as_away_until_it_has_worked() {
        breaker.failed();
        now = now.plusSeconds(2);
        var allowed = breaker.allows();
        var openWhileAsked = breaker.isOpen();

        breaker.worked();

        assertThat(allowed).isTrue();
        assertThat(openWhileAsked).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    private final class TestClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
