package shop.load.orders;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import shop.load.measure.Json;

/// Ships and delivers orders over REST, and keeps when.
final class Dispatch {

    private static final String SHIPMENT = """
            {"carrier":"A carrier","trackingNumber":"1Z999AA10123456784"}""";

    private final Json orders;
    private final Collection<Step> steps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    Dispatch(Json orders) {
        this.orders = orders;
    }

    /// A transition that was answered with success; times are those of [System#nanoTime()].
    ///
    /// @param type of the event that tells of it
    record Step(String orderId, String type, long asked, long answered) {}

    boolean ship(String orderId) {
        return move(orderId, OrderNews.SHIPPED, "ship", SHIPMENT);
    }

    boolean deliver(String orderId) {
        return move(orderId, OrderNews.DELIVERED, "deliver", "");
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Step> steps(String type) {
        return steps.stream().filter(it -> it.type().equals(type)).toList();
    }

    int failures() {
        return failures.get();
    }

    private boolean move(String orderId, String type, String action, String body) {
        var asked = System.nanoTime();
        if (!isMoved(orderId, action, body)) {
            failures.incrementAndGet();
            return false;
        }
        steps.add(new Step(orderId, type, asked, System.nanoTime()));
        return true;
    }

    private boolean isMoved(String orderId, String action, String body) {
        var request = ClassicRequestBuilder.post(orders.base() + "/api/v1/orders/" + orderId + "/" + action)
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
        if (!body.isEmpty()) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        try {
            return orders.answers(request.build(), status -> status == 200);
        } catch (RuntimeException _) {
            return false;
        }
    }
}
