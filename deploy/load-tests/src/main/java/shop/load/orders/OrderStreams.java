package shop.load.orders;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/// Many orders that are followed at once, each over a connection of its own, without a thread for each.
final class OrderStreams implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String orderService;
    private final Map<String, OrderStream> byOrder = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    OrderStreams(String orderService) {
        this.orderService = orderService;
    }

    /// Follows these, some at a time. Returns when each has told the given event. Throws where one is refused or a
    /// minute was not enough.
    void open(List<String> orderIds, int sequence) {
        for (int i = 0; i < orderIds.size(); i += AT_ONCE) {
            orderIds.subList(i, Math.min(orderIds.size(), i + AT_ONCE)).forEach(this::open);
            var missing = await(sequence);
            if (missing > 0) {
                throw new IllegalStateException("%d of %d streams have not told event %d within %d s"
                        .formatted(missing, byOrder.size(), sequence, PATIENCE.toSeconds()));
            }
        }
    }

    /// Waits until all have told the event, a minute at most; returns how many have not. Throws where a stream has
    /// failed.
    long await(int sequence) {
        var waiting = new ArrayList<>(byOrder.values());
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            waiting.removeIf(it -> it.at(sequence).isPresent());
            waiting.forEach(OrderStreams::check);
            if (waiting.isEmpty() || System.nanoTime() > end) {
                return waiting.size();
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    OptionalLong at(String orderId, int sequence) {
        return Objects.requireNonNull(byOrder.get(orderId)).at(sequence);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private void open(String orderId) {
        var stream = new OrderStream();
        byOrder.put(orderId, stream);
        var request = HttpRequest.newBuilder(URI.create(orderService + "/api/v1/orders/" + orderId + "/stream"))
                .header("Accept", "text/event-stream")
                .build();
        http.sendAsync(request, linesTo(stream)).exceptionally(failure -> {
            stream.fail(failure.toString());
            throw new IllegalStateException(failure);
        });
    }

    private static BodyHandler<Void> linesTo(OrderStream stream) {
        return answer -> {
            if (answer.statusCode() == 200) {
                return BodySubscribers.fromLineSubscriber(stream);
            }
            stream.fail("it was answered " + answer.statusCode());
            return BodySubscribers.discarding();
        };
    }

    private static void check(OrderStream stream) {
        if (!stream.failure().isEmpty()) {
            throw new IllegalStateException("An order could not be followed: " + stream.failure());
        }
    }
}
