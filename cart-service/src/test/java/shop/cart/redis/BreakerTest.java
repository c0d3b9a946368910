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

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void after_several_none_is_asked_but_one_after_each_pause() {
        fail();

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.isNextProbe()).isFalse();
        now.addAndGet(PAUSE.toNanos());
        assertThat(breaker.isNextProbe()).isTrue();
        assertThat(breaker.isNextProbe()).isFalse();
    }

    @Test
    void an_answer_lets_all_ask_again() {
        fail();

        breaker.worked();

        assertThat(breaker.isOpen()).isFalse();
    }

    private void fail() {
        for (int i = 0; i < Breaker.ENOUGH; i++) {
            breaker.failed();
        }
    }
}
