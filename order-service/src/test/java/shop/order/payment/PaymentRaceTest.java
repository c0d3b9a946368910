package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.get;
import static shop.order.Rest.history;
import static shop.order.Rest.post;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.order.ReservedCheckout;
import shop.order.Topics;

/// What [PaymentModelTest] plays step by step, on the real service and all at once: 200 orders, or as many as
/// `-Dshop.payment.races` says, each with a gateway that fails in its own way; the worker, two sweepers, notices
/// and customers race around the time-out.
@QuarkusTest
@WithServers(database = "orders")
class PaymentRaceTest {

    private static final int ORDERS = Integer.getInteger("shop.payment.races", 200);
    private static final long SEED = Long.getLong("shop.payment.seed", 1);
    private static final Money PRICE = Money.of("99.98", "USD");
    private static final String SHIPMENT = "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}";
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration LONG_AFTER = Duration.ofHours(2);

    @Inject
    ScriptedGateway gateway;

    @Inject
    PaymentWorker worker;

    @Inject
    PaymentTimeouts timeouts;

    @Inject
    Sql sql;

    private final Random random = new Random(SEED);
    private final List<FaultyGateway> gateways = new ArrayList<>();
    private final List<UUID> orderIds = new ArrayList<>();

    @Test
    void money_never_rests_without_an_outcome_and_no_dead_order_holds_stock() throws Exception {
        place();
        var expiry = expiry();

        for (var around : List.of(-1, 0, 1)) {
            race(expiry.plusMillis(around));
        }
        end(expiry.plus(LONG_AFTER));

        for (int i = 0; i < ORDERS; i++) {
            check(orderIds.get(i), gateways.get(i).taken());
        }
    }

    private void place() {
        var checkouts = Stream.generate(ReservedCheckout::aReservedCheckout)
                .limit(ORDERS)
                .toArray(ReservedCheckout[]::new);
        for (var checkout : checkouts) {
            var faulty = new FaultyGateway(checkout.orderId(), PRICE, new Random(random.nextLong()));
            gateways.add(faulty);
            orderIds.add(checkout.orderId());
            gateway.leaveTo(faulty, checkout.orderId());
        }
        ReservedCheckout.arrive(checkouts);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        orderIds.stream().allMatch(it -> get("/orders/{id}", it).statusCode() == 200));
    }

    /// The earliest of all: for some the time-out is now, for others it comes in a moment.
    private Instant expiry() {
        return sql.first(
                        "SELECT min(expires_at) FROM payment WHERE order_id = ANY (?)",
                        row -> row.getTimestamp(1).toInstant(),
                        (Object) orderIds.toArray(UUID[]::new))
                .orElseThrow();
    }

    private void race(Instant now) throws Exception {
        var seeds = random.longs(4).toArray();
        allAtOnce(List.of(
                () -> worker.work(now),
                () -> timeouts.sweep(now),
                () -> timeouts.sweep(now),
                () -> tellNotices(new Random(seeds[0])),
                () -> tellNotices(new Random(seeds[1])),
                () -> peopleAct(new Random(seeds[2])),
                () -> customersPay(new Random(seeds[3]))));
    }

    private int tellNotices(Random chance) {
        for (int i = 0; i < ORDERS / 2; i++) {
            gateways.get(chance.nextInt(ORDERS)).someNotices().forEach(PaymentRaceTest::tell);
        }
        return 0;
    }

    private int customersPay(Random chance) {
        for (int i = 0; i < ORDERS / 2; i++) {
            gateways.get(chance.nextInt(ORDERS)).customerActs();
        }
        return 0;
    }

    private int peopleAct(Random chance) {
        for (int i = 0; i < ORDERS / 4; i++) {
            var id = orderIds.get(chance.nextInt(ORDERS));
            var answer = chance.nextBoolean()
                    ? post("/orders/{id}/cancel", "{}", id)
                    : post("/orders/{id}/ship", SHIPMENT, id);
            assertThat(answer.statusCode()).isIn(200, 409);
        }
        return 0;
    }

    /// The gateway works again: all is told, and what is left is voided.
    private void end(Instant now) {
        gateways.forEach(it -> it.heal().forEach(PaymentRaceTest::tell));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            timeouts.sweep(now);
            sql.update(
                    "UPDATE payment SET next_attempt_at = now() WHERE status = 'DUE' AND order_id = ANY (?)",
                    (Object) orderIds.toArray(UUID[]::new));
            return sql.query(
                            "SELECT 1 FROM payment WHERE status = 'DUE' AND order_id = ANY (?)",
                            row -> row.getInt(1),
                            (Object) orderIds.toArray(UUID[]::new))
                    .isEmpty();
        });
    }

    /// Told as consumers hear it, without a gap: stock goes back where, and only where, the order ends cancelled;
    /// and each piece of money that the gateway took either confirmed its order for good or goes back, once.
    private void check(UUID orderId, Map<String, Money> taken) {
        var types = history(orderId);
        var events = awaitTold(orderId, types.toArray(String[]::new));
        var order = get("/orders/{id}", orderId).jsonPath();
        var isCancelled = order.getString("status").equals("CANCELLED");

        assertThat(order.getString("status")).isNotEqualTo("PENDING");
        assertThat(types.stream().filter("OrderCancelled"::equals)).hasSize(isCancelled ? 1 : 0);
        assertThat(refunds(events)).doesNotHaveDuplicates();
        for (var paymentId : taken.keySet()) {
            var isKept = !isCancelled && paymentId.equals(order.getString("paymentId"));
            assertThat(isKept ^ refunds(events).contains(paymentId))
                    .as("one outcome of %s: %s", paymentId, types)
                    .isTrue();
        }
        if (!isCancelled) {
            assertThat(taken).containsEntry(order.getString("paymentId"), PRICE);
        }
    }

    private static List<String> refunds(List<Topics.Told> events) {
        return events.stream()
                .filter(it -> it.type().equals("RefundRequired"))
                .map(it -> it.data().get("paymentId").asText())
                .toList();
    }

    private static void tell(FaultyGateway.Told told) {
        assertThat(Webhook.tell(told).statusCode()).isEqualTo(204);
    }

    private static void allAtOnce(List<Callable<Integer>> actors) throws Exception {
        try (var threads = Executors.newFixedThreadPool(actors.size())) {
            for (var actor : threads.invokeAll(actors)) {
                actor.get();
            }
        }
    }
}
