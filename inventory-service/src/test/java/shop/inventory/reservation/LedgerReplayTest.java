package shop.inventory.reservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.inventory.Shop;
import shop.local.test.WithServers;

/// The ledger alone, replayed from nothing by rules written down here once more, gives the stock.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class LedgerReplayTest {

    private static final int THREADS = 3;
    private static final int STEPS = 80;

    @Inject
    Shop shop;

    @Inject
    Sql database;

    @Inject
    ReserveStock reserveStock;

    @Inject
    FollowOrders followOrders;

    private final String prefix = "REPLAY-" + UUID.randomUUID();
    private final String otherWarehouse = "W-" + UUID.randomUUID();
    private final ConcurrentLinkedQueue<UUID> open = new ConcurrentLinkedQueue<>();

    @Test
    void replaying_the_ledger_of_a_busy_shop_gives_the_stock_at_every_moment() throws Exception {
        beBusy();

        var ledger = ledger();
        var replayed = replay(ledger, true);

        assertThat(ledger).extracting(Moved::kind).contains("RECEIVED", "ADJUSTED", "RESERVED", "RELEASED", "SHIPPED");
        assertThat(replayed).isEqualTo(stock());
    }

    @Test
    void after_a_repair_replaying_the_ledger_gives_the_stock_again() throws Exception {
        beBusy();
        shop.execute("UPDATE stock SET on_hand = on_hand + 3 WHERE product_id = ?", product(0));
        shop.execute("UPDATE stock SET reserved = 0 WHERE product_id = ?", product(1));
        shop.execute("DELETE FROM movement WHERE product_id = ? AND kind IN ('RESERVED', 'ADJUSTED')", product(2));
        var broken = replay(ledger(), false);

        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"somebody wrote to the tables\",\"productIds\":[\"%s\",\"%s\",\"%s\"]}"
                        .formatted(product(0), product(1), product(2)))
                .post("/api/v1/audit/repair")
                .then()
                .statusCode(200);

        assertThat(broken).isNotEqualTo(stock());
        assertThat(replay(ledger(), false)).isEqualTo(stock());
        assertThat(shop.differences(prefix + "%")).isZero();
    }

    /// Everything that moves stock, from several sides at once and from what the others have done.
    private void beBusy() throws Exception {
        shop.warehouse(otherWarehouse, "US", 1);
        IntStream.range(0, 5).forEach(it -> {
            count(product(it), "MAIN", 20, "If-None-Match", "*");
            count(product(it), otherWarehouse, it + 1, "If-None-Match", "*");
        });
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var sides = IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(seed -> () -> steps(new Random(seed)))
                    .toList();
            for (var side : pool.invokeAll(sides)) {
                side.get();
            }
        }
    }

    private Void steps(Random random) {
        for (int step = 0; step < STEPS; step++) {
            var product = product(random.nextInt(5));
            var warehouse = random.nextBoolean() ? "MAIN" : otherWarehouse;
            switch (step < 8 ? step : random.nextInt(8)) {
                case 0, 1, 2 -> reserve(random);
                case 3, 4 -> end(random);
                case 5 -> recount(product, warehouse, random.nextInt(30));
                case 6 -> adjust(product, warehouse, random.nextBoolean() ? 4 : -3);
                default -> importStock(product, warehouse, random.nextInt(30));
            }
        }
        return null;
    }

    private void reserve(Random random) {
        var checkouts = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(_ -> aCheckout()
                        .of(product(random.nextInt(5)), 1 + random.nextInt(3))
                        .of(product(random.nextInt(5)), 1)
                        .build())
                .toList();
        reserveStock.handle(checkouts).stream().filter(Reservation::isHeld).forEach(it -> open.add(it.orderId()));
    }

    private void end(Random random) {
        var events = new ArrayList<OrderEvent>();
        for (int i = 0; i < 3 && open.poll() instanceof UUID orderId; i++) {
            events.add(
                    random.nextBoolean()
                            ? new OrderEvent.OrderShipped(orderId)
                            : new OrderEvent.OrderCancelled(orderId));
        }
        followOrders.handle(events);
    }

    private void recount(String product, String warehouse, int onHand) {
        count(
                product,
                warehouse,
                onHand,
                "If-Match",
                given().get("/api/v1/stock/{id}", product).header("ETag"));
    }

    private static void count(String product, String warehouse, int onHand, String condition, String tag) {
        given().contentType(ContentType.JSON)
                .body("{\"onHand\":%d}".formatted(onHand))
                .header(condition, tag)
                .put("/api/v1/stock/{id}/warehouses/{warehouse}", product, warehouse);
    }

    private static void adjust(String product, String warehouse, int delta) {
        given().contentType(ContentType.JSON)
                .body("{\"warehouseId\":\"%s\",\"delta\":%d,\"reason\":\"found or lost\"}".formatted(warehouse, delta))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/stock/{id}/adjustments", product);
    }

    private static void importStock(String product, String warehouse, int onHand) {
        given().contentType("application/x-ndjson")
                .body("{\"productId\":\"%s\",\"warehouseId\":\"%s\",\"onHand\":%d}\n"
                        .formatted(product, warehouse, onHand)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/stock/import");
    }

    private String product(int number) {
        return "%s-%d".formatted(prefix, number);
    }

    private static Map<String, Level> replay(List<Moved> ledger, boolean asItWas) {
        var stock = new TreeMap<String, Level>();
        for (var it : ledger) {
            var level = stock.getOrDefault(it.place(), Level.NONE).after(it);
            stock.put(it.place(), level);
            if (asItWas) {
                assertThat(level.reserved).as("%s", it).isBetween(0L, level.onHand);
            }
        }
        return stock;
    }

    private List<Moved> ledger() {
        return database.query(
                "SELECT product_id, warehouse_id, kind, quantity FROM movement WHERE product_id LIKE ? ORDER BY movement_id",
                Moved::read,
                prefix + "%");
    }

    private Map<String, Level> stock() {
        return database
                .query(
                        "SELECT product_id, warehouse_id, on_hand, reserved FROM stock WHERE product_id LIKE ?",
                        row -> Map.entry(placeOf(row), new Level(row.getLong(3), row.getLong(4))),
                        prefix + "%")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String placeOf(ResultSet row) throws SQLException {
        return row.getString(1) + " in " + row.getString(2);
    }

    /// A line of the ledger.
    private record Moved(String place, String kind, long quantity) {
        private static Moved read(ResultSet row) throws SQLException {
            return new Moved(placeOf(row), row.getString(3), row.getLong(4));
        }
    }

    private record Level(long onHand, long reserved) {
        private static final Level NONE = new Level(0, 0);

        private Level after(Moved it) {
            return switch (it.kind) {
                case "RECEIVED", "ADJUSTED" -> new Level(onHand + it.quantity, reserved);
                case "RESERVED" -> new Level(onHand, reserved + it.quantity);
                case "RELEASED" -> new Level(onHand, reserved - it.quantity);
                case "SHIPPED" -> new Level(onHand - it.quantity, reserved - it.quantity);
                default -> throw new AssertionError(it.kind);
            };
        }
    }
}
