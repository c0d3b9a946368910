package shop.cart.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import shop.cart.Given;

class CheckoutGateTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void who_does_not_begin_gives_the_place_back_at_once() {
        var gate = gate("1", "0", "0s");

        gate.enter("a").close();

        assertThat(gate.enter("b")).isNotNull();
    }

    @Test
    void who_has_begun_keeps_the_place_until_the_outcome() {
        var gate = gate("1", "0", "0s");
        try (var pass = gate.enter("a")) {
            pass.begun();
        }
        assertThatThrownBy(() -> gate.enter("b")).isInstanceOf(Overloaded.class);

        gate.ended("a");

        assertThat(gate.enter("b")).isNotNull();
        assertThat(count("accepted")).isEqualTo(2);
        assertThat(count("shed")).isEqualTo(1);
    }

    @Test
    void those_who_begin_the_same_checkout_take_one_place() {
        var gate = gate("1", "0", "0s");
        gate.enter("a").begun();

        gate.enter("a").begun();

        gate.ended("a");
        assertThat(metrics.get("cart.checkouts.in.flight").gauge().value()).isZero();
    }

    @Test
    void the_queue_is_bounded_and_first_come_first_served() {
        var gate = gate("1", "2", "30s");
        gate.enter("a").begun();
        var b = enter(gate, "b", 1);
        var c = enter(gate, "c", 2);

        assertThatThrownBy(() -> gate.enter("d")).isInstanceOf(Overloaded.class);
        gate.ended("a");
        b.join();
        assertThat(c).isNotDone();
        gate.ended("b");
        c.join();
    }

    private CompletableFuture<Void> enter(CheckoutGate gate, String id, int queued) {
        var entered =
                CompletableFuture.runAsync(() -> gate.enter(id).begun(), Executors.newVirtualThreadPerTaskExecutor());
        await().atMost(Given.SOON).until(() -> count("queued") == queued);
        return entered;
    }

    private double count(String outcome) {
        return metrics.counter("cart.checkouts", "outcome", outcome).count();
    }

    private CheckoutGate gate(String lag, String queue, String patience) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(LoadSettings.class)
                .withDefaultValue("shop.load.checkout-lag", lag)
                .withDefaultValue("shop.load.checkout-queue", queue)
                .withDefaultValue("shop.load.checkout-patience", patience)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(LoadSettings.class);
        return new CheckoutGate(settings, metrics);
    }
}
