package shop.inventory.reservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

/// Audits and repairs while the shop is at its busiest: what is under way is no difference.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class AuditRaceTest {

    private static final int BATCHES = 60;

    @Inject
    Shop shop;

    @Inject
    ReserveStock reserveStock;

    @Inject
    FollowOrders followOrders;

    @Test
    void an_audit_never_sees_a_difference_where_there_is_none() throws Exception {
        var products = products();

        var seen = whileBusy(products, () -> given().get("/api/v1/audit").<List<String>>path("differences.productId"));

        assertThat(seen).isNotEmpty().noneMatch(it -> it.stream().anyMatch(products::contains));
    }

    @Test
    void a_repair_finds_nothing_to_do_and_makes_no_difference() throws Exception {
        var products = products();
        var wish = "{\"reason\":\"to be sure\",\"productIds\":[%s]}"
                .formatted(products.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")));

        var repaired = whileBusy(
                products,
                () -> given().contentType(ContentType.JSON)
                        .body(wish)
                        .post("/api/v1/audit/repair")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        assertThat(repaired).isNotEmpty().allMatch("{\"repaired\":[],\"notRepaired\":[],\"remaining\":0}"::equals);
        products.forEach(it -> assertThat(shop.differences(it)).isZero());
    }

    @Test
    void a_repair_in_the_middle_of_reservations_mends_what_is_wrong_and_nothing_else() throws Exception {
        var products = products();
        var wish = "{\"reason\":\"lost\",\"productIds\":[%s]}"
                .formatted(products.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")));

        whileBusy(products, () -> {
            products.forEach(it -> shop.execute("UPDATE stock SET on_hand = on_hand + 1 WHERE product_id = ?", it));
            return given().contentType(ContentType.JSON)
                    .body(wish)
                    .post("/api/v1/audit/repair")
                    .statusCode();
        });

        products.forEach(it -> assertThat(shop.differences(it)).isZero());
    }

    private List<String> products() {
        return IntStream.range(0, 3).mapToObj(_ -> shop.product(1000)).toList();
    }

    /// Does it again and again until both sides have worked off their batches.
    private <T> List<T> whileBusy(List<String> products, Supplier<T> again) throws Exception {
        var results = new ArrayList<T>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var sides = List.of(side(pool, products, 1), side(pool, products, 2));
            do {
                results.add(again.get());
            } while (!sides.stream().allMatch(Future::isDone));
            for (var side : sides) {
                side.get();
            }
        }
        return results;
    }

    private Future<Void> side(ExecutorService pool, List<String> products, int seed) {
        Callable<Void> work = () -> {
            var random = new Random(seed);
            for (int i = 0; i < BATCHES; i++) {
                end(reserve(products, random), random);
            }
            return null;
        };
        return pool.submit(work);
    }

    private List<Reservation> reserve(List<String> products, Random random) {
        var checkouts = IntStream.range(0, 8)
                .mapToObj(_ -> aCheckout()
                        .of(products.get(random.nextInt(products.size())), 1)
                        .of(products.get(random.nextInt(products.size())), 2)
                        .build())
                .toList();
        return reserveStock.handle(checkouts);
    }

    /// Of each batch most are cancelled, some shipped, one stays open.
    private void end(List<Reservation> reservations, Random random) {
        var ends = reservations.stream()
                .skip(1)
                .<OrderEvent>map(it -> random.nextInt(4) == 0
                        ? new OrderEvent.OrderShipped(it.orderId())
                        : new OrderEvent.OrderCancelled(it.orderId()))
                .toList();
        followOrders.handle(ends);
    }
}
