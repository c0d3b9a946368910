package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

/// How many reservations a second one hot product takes. No test: run it by name, `-Dtest=ReservationRate`.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class ReservationRate {

    private static final int BATCH = 500;
    private static final int BATCHES = 60;

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    ReserveStock reserveStock;

    @Test
    void of_one_hot_product() {
        reserve(shop.product(Integer.MAX_VALUE), 10); // to warm up
        var product = shop.product(Integer.MAX_VALUE);
        var seconds = reserve(product, BATCHES);
        print("ReserveStock alone", seconds);

        for (int i = 0; i < 3; i++) {
            throughKafka(shop.product(Integer.MAX_VALUE));
        }
    }

    private double reserve(String product, int batches) {
        var work = new ArrayList<List<Checkout>>();
        for (int i = 0; i < batches; i++) {
            work.add(checkouts(product, BATCH).stream()
                    .map(CheckoutBuilder::build)
                    .toList());
        }
        var begun = System.nanoTime();
        work.forEach(reserveStock::handle);
        return (System.nanoTime() - begun) / 1e9;
    }

    private void throughKafka(String product) {
        var records = checkouts(product, BATCH * BATCHES).stream()
                .map(CheckoutBuilder::record)
                .toList();
        var last = records.getLast().key();
        var begun = System.nanoTime();
        broker.sendAll(records.stream());
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(() -> shop.reserved(product) == records.size());
        print("Kafka in to all reserved", (System.nanoTime() - begun) / 1e9);
        broker.awaitOn(
                "inventory.reservations.v1", last, said -> assertThat(said).isNotEmpty());
        print("Kafka in to Kafka out", (System.nanoTime() - begun) / 1e9);
    }

    private static List<CheckoutBuilder> checkouts(String product, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> aCheckout().of(product, 1))
                .toList();
    }

    private static void print(String what, double seconds) {
        System.out.printf("%s: %,.0f reservations/s%n", what, BATCH * BATCHES / seconds);
    }
}
