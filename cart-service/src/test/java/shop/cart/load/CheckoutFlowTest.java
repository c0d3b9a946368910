package shop.cart.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A flow before a pipeline that does so many checkouts a second, one after the other, and takes a moment besides; time
/// is simulated.
class CheckoutFlowTest {

    private static final long MILLI = 1_000_000;
    private static final int CAPACITY = 500;
    private static final CheckoutFlow.Rules RULES =
            new CheckoutFlow.Rules(Duration.ofSeconds(1), Duration.ofSeconds(30), 50, 2000);

    private final CheckoutFlow flow = new CheckoutFlow(RULES, 0);
    private final ArrayDeque<InFlight> pipeline = new ArrayDeque<>();
    private boolean standing;
    private long now;
    private double busyUntil;
    private double due;
    private int last;

    private record InFlight(String id, long began, long endsAt) {}

    /// What came of the checkouts of some time.
    private record Seen(int asked, int begun, List<Long> millis) {

        long p95() {
            var sorted = millis.stream().sorted().toList();
            return sorted.get(sorted.size() * 95 / 100);
        }
    }

    @Test
    void all_are_let_in_while_there_is_room_and_they_are_quick() {
        var seen = run(400, 10);

        assertThat(seen.begun()).isEqualTo(seen.asked());
        assertThat(seen.p95()).isLessThan(100);
    }

    @Test
    void two_hundred_at_once_are_all_let_in() {
        for (int i = 0; i < 200; i++) {
            assertThat(flow.begin("at once " + i, now)).isTrue();
        }
    }

    @Test
    void ten_times_too_many_cost_no_goodput_and_end_with_the_spike() {
        run(400, 10);

        var start = run(10 * CAPACITY, 5);
        var spike = run(10 * CAPACITY, 25);
        run(400, 5); // What is in the pipeline has to get out of it.
        var after = run(400, 10);

        assertThat(start.millis().size() + spike.millis().size()).isGreaterThan(CAPACITY * 30 * 8 / 10);
        assertThat(spike.p95()).isLessThan(1000);
        assertThat(after.begun()).isEqualTo(after.asked());
        assertThat(after.p95()).isLessThan(100);
    }

    @Test
    void when_nothing_ends_any_more_a_few_try_and_all_is_well_when_it_does_again() {
        run(400, 10);
        standing = true;

        run(400, 5);
        var away = run(400, 120);
        standing = false;
        run(400, 10);
        var back = run(400, 10);

        assertThat(away.begun()).isBetween(1, 5 * RULES.min());
        assertThat(back.begun()).isEqualTo(back.asked());
        assertThat(back.p95()).isLessThan(100);
    }

    @Test
    void a_limit_that_fell_rises_again_when_it_is_needed() {
        run(10 * CAPACITY, 10);
        standing = true;
        run(400, 40);
        assertThat(flow.limit()).isEqualTo(RULES.min());
        standing = false;

        run(CAPACITY, 30);

        assertThat(flow.limit()).isGreaterThan(RULES.min());
    }

    @Test
    void one_slow_checkout_of_a_few_closes_nothing() {
        var before = flow.limit();
        flow.begin("slow", now);

        now += 5000 * MILLI;
        flow.begin("next", now);

        assertThat(flow.limit()).isEqualTo(before);
    }

    @Test
    void the_lag_is_never_passed() {
        var most = new CheckoutFlow(new CheckoutFlow.Rules(Duration.ofSeconds(1), Duration.ofSeconds(30), 50, 3), now);

        assertThat(most.begin("a", now)).isTrue();
        assertThat(most.begin("b", now)).isTrue();
        assertThat(most.begin("c", now)).isTrue();
        assertThat(most.begin("d", now)).isFalse();
        most.cancel("a");
        assertThat(most.begin("d", now)).isTrue();
        most.end("b", now);
        assertThat(most.begin("e", now)).isTrue();
        assertThat(most.end("never begun", now)).isEmpty();
    }

    private Seen run(int perSecond, int seconds) {
        var asked = 0;
        var begun = 0;
        var millis = new ArrayList<Long>();
        for (long end = now + seconds * 1000L * MILLI; now < end; now += MILLI) {
            for (due += perSecond / 1000.0; due >= 1; due--) {
                asked++;
                begun += ask() ? 1 : 0;
            }
            while (!standing && !pipeline.isEmpty() && pipeline.peek().endsAt() <= now) {
                var ended = pipeline.remove();
                flow.end(ended.id(), now);
                millis.add((now - ended.began()) / MILLI);
            }
        }
        return new Seen(asked, begun, millis);
    }

    private boolean ask() {
        var id = "checkout " + last++;
        if (!flow.begin(id, now)) {
            return false;
        }
        busyUntil = Math.max(busyUntil, now) + 1000.0 * MILLI / CAPACITY;
        pipeline.add(new InFlight(id, now, (long) busyUntil + 50 * MILLI));
        return true;
    }
}
