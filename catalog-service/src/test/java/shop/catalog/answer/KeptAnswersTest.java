package shop.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration AGE = Duration.ofMinutes(1);

    private final KeptAnswers kept =
            new KeptAnswers("test", AGE, 1_000_000, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());

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

    @Test
    void what_is_forgotten_while_it_is_made_anew_is_not_kept() {
        kept.renew("a", () -> {
            kept.forget(List.of("a"));
            return answer("read before the change");
        });

        assertThat(kept.get("a", () -> answer("read after")).tag()).isEqualTo("read after");
    }

    @Test
    void what_is_made_anew_is_kept_in_place_of_what_was() {
        kept.get("a", () -> answer("1"));
        kept.renew("a", () -> answer("2"));

        assertThat(kept.get("a", () -> answer("3")).tag()).isEqualTo("2");
    }

    @Test
    void an_answer_is_as_old_as_what_it_says_however_long_it_took_to_make() {
        kept.get("a", () -> new Answer(new byte[0], "1", NOW.minus(AGE)));

        assertThat(kept.get("a", () -> answer("2")).tag()).isEqualTo("2");
    }

    private static Answer answer(String tag) {
        return new Answer(new byte[0], tag, NOW);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
