package shop.inventory.reservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.inventory.reservation.Reservation.Reason;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.stock.StockRows;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class RestrictedReservationTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    CheckoutConsumer consumer;

    @Inject
    ReserveStock reserveStock;

    @Inject
    Reservations reservations;

    @Inject
    StockRows stock;

    @Inject
    Sql database;

    @Test
    void a_restricted_product_is_sold_where_it_may_be_and_nowhere_else() {
        var product = shop.product(5);
        restrict(product, "US");
        var there = aCheckout().in("US").of(product, 1);
        var elsewhere = aCheckout().in("EU").of(product, 1);
        var nowhere = aCheckout().in(null).of(product, 1);

        consumer.on(Batch.of(elsewhere.record(), there.record(), nowhere.record()));

        assertThat(decided(there).isHeld()).isTrue();
        for (var rejected : List.of(decided(elsewhere), decided(nowhere))) {
            assertThat(rejected.reason()).isEqualTo(Reason.OUT_OF_STOCK);
            assertThat(rejected.shortages()).containsExactly(new Shortage(product, 1, 0, List.of("US")));
        }
        broker.awaitOn(
                "inventory.reservations.v1",
                idOf(elsewhere),
                said -> assertThat(said)
                        .singleElement()
                        .satisfies(it -> assertThat(it.json()).contains("\"available\":0,\"soldIn\":[\"US\"]")));
        assertThat(shop.reserved(product)).isEqualTo(1);
    }

    @Test
    void what_is_lifted_is_sold_everywhere_again() {
        var product = shop.product(5);
        restrict(product, "US");
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"regions\":[]}")
                .put("/api/v1/stock/{id}/restriction", product)
                .then()
                .statusCode(200);

        var decided =
                reserveStock.handle(List.of(aCheckout().in("EU").of(product, 1).build()));

        assertThat(decided.getFirst().isHeld()).isTrue();
    }

    @Test
    void a_batch_that_waited_for_the_rows_sees_the_restriction_that_it_waited_for() {
        var product = shop.product(5);
        var checkout = aCheckout().in("EU").of(product, 1).build();
        var decided = new CompletableFuture<Reservation>();

        QuarkusTransaction.requiringNew().run(() -> {
            stock.locked(List.of(product));
            Thread.ofVirtual()
                    .start(() -> decided.complete(
                            reserveStock.handle(List.of(checkout)).getFirst()));
            awaitWaiting();
            database.update("INSERT INTO restriction (product_id, regions) VALUES (?, '{US}')", product);
        });

        assertThat(decided.join().shortages()).containsExactly(new Shortage(product, 1, 0, List.of("US")));
    }

    private void awaitWaiting() {
        await().atMost(Broker.PATIENCE)
                .until(() ->
                        shop.number("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = ?", "transactionid")
                                > 0);
    }

    private Reservation decided(CheckoutBuilder checkout) {
        return reservations.find(checkout.build().orderId()).orElseThrow();
    }

    private static String idOf(CheckoutBuilder checkout) {
        return checkout.build().orderId().toString();
    }

    private static void restrict(String product, String region) {
        given().contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body("{\"regions\":[\"%s\"]}".formatted(region))
                .put("/api/v1/stock/{id}/restriction", product)
                .then()
                .statusCode(201);
    }
}
