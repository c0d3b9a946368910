package shop.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private final KeptAnswers kept =
            new KeptAnswers("test", Duration.ofMinutes(1), 1_000_000, new SimpleMeterRegistry());

    @Test
    void those_who_ask_at_the_same_time_wait_for_one_answer() throws Exception {
        var made = new AtomicInteger();
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> kept.get("a", () -> {
            made.incrementAndGet();
            await(go);
            return answer("1");
        }));
        while (made.get() == 0) {
            Thread.onSpinWait();
        }
        var second = CompletableFuture.supplyAsync(() -> kept.get("a", () -> answer("2")));
        go.countDown();

        assertThat(first.get().tag()).isEqualTo("1");
        assertThat(second.get()).isSameAs(first.get());
    }

    @Test
    void a_failure_is_not_kept() {
        assertThatThrownBy(() -> kept.get("a", () -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");

        assertThat(kept.get("a", () -> answer("1")).tag()).isEqualTo("1");
    }

    @Test
    void what_is_forgotten_while_it_is_made_is_not_kept() {
        kept.get("a", () -> {
            kept.forget(List.of("a"));
            return answer("read before the change");
        });

        assertThat(kept.get("a", () -> answer("read after")).tag()).isEqualTo("read after");
    }

    private static Answer answer(String tag) {
        return new Answer(new byte[0], tag, Instant.EPOCH);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
