package shop.cart.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AtomicLong now = new AtomicLong();
    private final Breaker breaker = new Breaker(now::get, PAUSE);

    @Test
    void one_late_answer_says_nothing() {
        breaker.failed();

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void after_several_none_is_asked_but_one_after_each_pause() {
        fail();

        assertThat(breaker.allows()).isFalse();
        now.addAndGet(PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void an_answer_lets_all_ask_again() {
        fail();

        breaker.worked();

        assertThat(breaker.allows()).isTrue();
    }

    private void fail() {
        for (int i = 0; i < Breaker.ENOUGH; i++) {
            breaker.failed();
        }
    }
}
