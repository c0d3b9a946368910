package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.inventory.reservation.Reservation.Status;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class ContentionTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    ReserveStock reserveStock;

    @Inject
    Reservations reservations;

    @Test
    void of_500_checkouts_for_the_last_unit_one_is_served() {
        var product = shop.product(1);
        var checkouts = IntStream.range(0, 500)
                .mapToObj(_ -> aCheckout().of(product, 1))
                .toList();

        broker.sendAll(checkouts.stream().map(CheckoutBuilder::record));

        var types = checkouts.stream()
                .map(it -> it.build().orderId().toString())
                .map(this::answerTo)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(types).isEqualTo(Map.of("StockReserved", 1L, "StockRejected", 499L));
        assertThat(shop.reserved(product)).isEqualTo(1);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void batches_of_all_sizes_at_once_for_the_last_unit_serve_one() throws Exception {
        var product = shop.product(1);
        var checkouts = IntStream.range(0, 500)
                .mapToObj(_ -> aCheckout().of(product, 1).build())
                .toList();
        var batches = batchesOf(checkouts, new Random(1));

        var decided = atOnce(batches.size(), thread -> reserveStock.handle(batches.get(thread)));

        assertThat(decided.stream().flatMap(List::stream))
                .hasSize(500)
                .filteredOn(Reservation::isHeld)
                .hasSize(1);
        assertThat(shop.reserved(product)).isEqualTo(1);
    }

    @Test
    void crossing_checkouts_delivered_twice_at_once_are_each_decided_once_and_sell_nothing_twice() throws Exception {
        var products = IntStream.range(0, 6).mapToObj(_ -> shop.product(100)).toList();
        var random = new Random(7);
        var checkouts = IntStream.range(0, 400)
                .mapToObj(_ -> crossing(products, random))
                .toList();

        // Two consumers get the same records at the same time, cut into batches differently and in another order.
        var decided = atOnce(2, thread -> {
            var mine = new ArrayList<>(checkouts);
            Collections.shuffle(mine, new Random(thread));
            return batchesOf(mine, new Random(thread)).stream()
                    .flatMap(it -> reserveStock.handle(it).stream())
                    .toList();
        });

        assertThat(byId(decided.get(0))).isEqualTo(byId(decided.get(1))).hasSize(400);
        assertThat(decided.get(0)).extracting(Reservation::status).contains(Status.HELD, Status.REJECTED);
        for (var product : products) {
            assertThat(shop.reserved(product)).isBetween(1L, 100L);
            assertThat(shop.differences(product)).isZero();
        }
        checkouts.forEach(it -> assertThat(reservations.find(it.orderId())).isPresent());
    }

    private static Checkout crossing(List<String> products, Random random) {
        var checkout = aCheckout();
        random.ints(0, products.size())
                .distinct()
                .limit(1 + random.nextInt(4))
                .forEach(it -> checkout.of(products.get(it), 1 + random.nextInt(2)));
        return checkout.build();
    }

    private static List<List<Checkout>> batchesOf(List<Checkout> checkouts, Random random) {
        var batches = new ArrayList<List<Checkout>>();
        for (int from = 0; from < checkouts.size(); ) {
            var to = Math.min(checkouts.size(), from + 1 + random.nextInt(60));
            batches.add(checkouts.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static Map<UUID, Status> byId(List<Reservation> decided) {
        return decided.stream().collect(Collectors.toMap(Reservation::orderId, Reservation::status));
    }

    private String answerTo(String orderId) {
        broker.awaitOn(
                "inventory.reservations.v1", orderId, said -> assertThat(said).hasSize(1));
        return broker.on("inventory.reservations.v1", orderId).getFirst().type();
    }

    private static <T> List<T> atOnce(int threads, Function<Integer, T> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(thread -> () -> {
                        barrier.await();
                        return work.apply(thread);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
