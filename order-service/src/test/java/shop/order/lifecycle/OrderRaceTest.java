package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.Rest.history;
import static shop.order.Rest.post;
import static shop.order.lifecycle.SomeOrder.anOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "orders")
class OrderRaceTest {

    private static final int THREADS = 16;
    private static final String SHIPMENT = "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}";

    @Inject
    Orders orders;

    @RepeatedTest(5)
    void of_those_who_cancel_and_those_who_ship_at_once_exactly_one_wins() throws Exception {
        var id = confirmed();

        var statuses = allAtOnce(id);

        assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
        assertThat(statuses).filteredOn(it -> it == 409).hasSize(THREADS - 1);
        assertThat(history(id))
                .isIn(
                        List.of("OrderPlaced", "OrderConfirmed", "OrderShipped"),
                        List.of("OrderPlaced", "OrderConfirmed", "OrderCancelled", "RefundRequired"));
    }

    private static List<Integer> allAtOnce(UUID id) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < THREADS; i++) {
                var ships = i % 2 == 0;
                answers.add(threads.submit(() -> {
                    start.await();
                    return ships
                            ? post("/orders/{id}/ship", SHIPMENT, id).statusCode()
                            : post("/orders/{id}/cancel", "{}", id).statusCode();
                }));
            }
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private UUID confirmed() {
        var order = anOrder().build();
        QuarkusTransaction.requiringNew().run(() -> {
            orders.place(List.of(order), "test");
            orders.move(order.orderId(), new Transition.Confirm("pay-1"), "test", Instant.now());
        });
        return order.orderId();
    }
}
