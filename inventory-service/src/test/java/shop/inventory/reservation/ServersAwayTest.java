package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

/// What a batch does while the database or the broker is away, or rows are kept locked: it waits, and refuses nobody.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class ServersAwayTest {

    private static final String ANSWERS = "inventory.reservations.v1";
    private static final String DEAD_LETTERS = "cart.checkouts.v1.inventory-service.dlq";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    CheckoutConsumer consumer;

    @Inject
    DataSource database;

    @Test
    void a_database_killed_in_mid_run_delays_checkouts_and_fails_none() {
        var product = shop.product(1000);
        var checkouts = checkouts(product, 400);
        var run = CompletableFuture.runAsync(
                () -> checkouts.forEach(it -> consumer.on(Batch.of(it.record()))), this::inThread);
        await().pollDelay(Duration.ZERO).atMost(Broker.PATIENCE).until(() -> shop.reserved(product) > 20);

        TestServers.postgres().kill();
        TestServers.postgres().start();
        run.join();

        assertThat(shop.reserved(product)).isEqualTo(400);
        assertThat(shop.differences(product)).isZero();
        checkouts.forEach(this::isHeldAndNotDead);
    }

    @Test
    void a_broker_killed_in_mid_run_delays_answers_and_loses_none() {
        var product = shop.product(1000);
        var checkouts = checkouts(product, 5);
        TestServers.kafka().kill();
        var run = CompletableFuture.runAsync(
                () -> checkouts.forEach(it -> consumer.on(Batch.of(it.record()))), this::inThread);
        await().atMost(Broker.PATIENCE).until(() -> shop.reserved(product) > 0);

        TestServers.kafka().start();
        run.join();

        checkouts.forEach(this::isHeldAndNotDead);
    }

    @Test
    void a_row_that_somebody_keeps_locked_delays_its_batch_and_fails_none() throws SQLException {
        var product = shop.product(9);
        var checkout = aCheckout().of(product, 1);
        CompletableFuture<Void> run;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1 FROM stock WHERE product_id = '%s' FOR UPDATE".formatted(product));
            }
            run = CompletableFuture.runAsync(() -> consumer.on(Batch.of(checkout.record())), this::inThread);
            await().during(Duration.ofSeconds(4)).atMost(Broker.PATIENCE).until(() -> !run.isDone());
            connection.rollback();
        }

        run.join();

        isHeldAndNotDead(checkout);
    }

    private static List<CheckoutBuilder> checkouts(String product, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> aCheckout().of(product, 1))
                .toList();
    }

    private void isHeldAndNotDead(CheckoutBuilder checkout) {
        var id = checkout.build().orderId().toString();
        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said)
                        .isNotEmpty()
                        .extracting(Broker.Said::type)
                        .containsOnly("StockReserved"));
        assertThat(broker.on(DEAD_LETTERS, id)).isEmpty();
    }

    private void inThread(Runnable work) {
        Thread.ofPlatform().start(work);
    }
}
