package shop.inventory.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class AuditTest {

    @Inject
    Shop shop;

    @Inject
    MeterRegistry metrics;

    @Inject
    Turn turn;

    @Inject
    AuditRuns runs;

    @Inject
    StockAudit stock;

    @Test
    void stock_that_is_not_what_the_ledger_makes_it_is_named_with_the_figures() {
        var wrong = shop.product(5);
        var right = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 6, reserved = 1 WHERE product_id = ?", wrong);

        var audit = given().get("/api/v1/audit");

        audit.then()
                .statusCode(200)
                .body(of(wrong) + ".onHand", equalTo(6))
                .body(of(wrong) + ".onHandByLedger", equalTo(5))
                .body(of(wrong) + ".reserved", equalTo(1))
                .body(of(wrong) + ".reservedByLedger", equalTo(0))
                .body(of(wrong) + ".reservedByOrders", equalTo(0))
                .body(of(wrong) + ".driftUnits", equalTo(3))
                .body(of(right), nullValue());
        shop.execute("UPDATE stock SET on_hand = 5, reserved = 0 WHERE product_id = ?", wrong);
    }

    @Test
    void an_open_reservation_that_neither_stock_nor_ledger_knows_is_named() {
        var product = shop.product(5);
        var orderId = hold(product, 2);

        var audit = given().get("/api/v1/audit");

        audit.then()
                .body(of(product) + ".reserved", equalTo(0))
                .body(of(product) + ".reservedByLedger", equalTo(0))
                .body(of(product) + ".reservedByOrders", equalTo(2))
                .body(of(product) + ".driftUnits", equalTo(2));
        shop.execute("DELETE FROM reservation WHERE order_id = ?", orderId);
    }

    @Test
    void movements_of_a_place_without_stock_are_named() {
        var product = shop.product(5);
        shop.execute("UPDATE movement SET warehouse_id = 'ELSEWHERE' WHERE product_id = ?", product);

        var audit = given().get("/api/v1/audit");

        audit.then()
                .body(
                        "differences.findAll { it.productId == '%s' }.warehouseId".formatted(product),
                        equalTo(List.of("ELSEWHERE", "MAIN")));
        shop.execute("UPDATE movement SET warehouse_id = 'MAIN' WHERE product_id = ?", product);
    }

    @Test
    void the_drift_is_a_metric_and_every_run_is_noted() {
        var product = shop.product(5);
        var before = driftFound();
        shop.execute("UPDATE stock SET reserved = 2 WHERE product_id = ?", product);

        var drift = driftFound();

        assertThat(drift).isEqualTo(before + 4); // 2 beside the ledger, and 2 beside the orders.
        assertThat(metrics.get("inventory.drift.units").gauge().value()).isEqualTo(drift);
        assertThat(metrics.get("inventory.audit.age").gauge().value()).isBetween(0.0, 300.0);
        assertThat(shop.number("SELECT drift_units FROM audit_run ORDER BY run_id DESC LIMIT 1"))
                .isEqualTo(drift);
        assertThat(given().get("/q/metrics").asString())
                .contains("\ninventory_drift_units ", "\ninventory_audit_age_seconds ");
        shop.execute("UPDATE stock SET reserved = 0 WHERE product_id = ?", product);
        driftFound();
    }

    @Test
    void of_the_runs_the_last_1000_are_kept() {
        shop.execute("""
                INSERT INTO audit_run (started_at, took_ms, products, drift_units)
                SELECT now(), 1, 1, 0 FROM generate_series(1, 1005)
                """);

        given().get("/api/v1/audit").then().statusCode(200);

        assertThat(shop.number("SELECT count(*) FROM audit_run")).isEqualTo(1000);
    }

    @Test
    void while_an_audit_is_under_way_another_is_refused_with_since_when() {
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            turn.tryTake(Turn.Work.AUDIT, Duration.ofMinutes(1));
            QuarkusTransaction.requiringNew().run(runs::begin);
            return given().get("/api/v1/audit");
        });

        answer.then()
                .statusCode(409)
                .header("Retry-After", "10")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/audit-running"))
                .body("startedAt", startsWith("20"));
        given().get("/api/v1/audit").then().statusCode(200);
    }

    @Test
    void places_that_no_repair_can_help_stand_in_nobodys_way() {
        var name = UUID.randomUUID();
        var withoutStock = "0-%s".formatted(name);
        var tooMuchHeld = "00-%s".formatted(name);
        var repairable = "1-%s".formatted(name);
        shop.execute(
                "INSERT INTO movement (product_id, warehouse_id, kind, quantity) VALUES (?, 'MAIN', 'RECEIVED', 1)",
                withoutStock);
        shop.put(tooMuchHeld, "MAIN", 1);
        var orderId = hold(tooMuchHeld, 2);
        shop.execute("INSERT INTO stock (product_id, warehouse_id, on_hand) VALUES (?, 'MAIN', 1)", repairable);

        var first = stock.differences(1);
        var all = stock.differences(1000);

        assertThat(first).extracting(Difference::productId).containsExactly(repairable);
        assertThat(all).extracting(Difference::productId).contains(withoutStock, tooMuchHeld);
        shop.execute("DELETE FROM movement WHERE product_id = ANY(ARRAY[?, ?])", withoutStock, tooMuchHeld);
        shop.execute("DELETE FROM stock WHERE product_id = ANY(ARRAY[?, ?])", tooMuchHeld, repairable);
        shop.execute("DELETE FROM reservation WHERE order_id = ?", orderId);
    }

    private UUID hold(String product, int quantity) {
        var orderId = UUID.randomUUID();
        shop.execute("""
                INSERT INTO reservation (order_id, status, allocations, shortages, decided_at, answered_at, ordered)
                VALUES (?, 'HELD', ?::jsonb, '[]', now(), now(), true)
                """, orderId, """
                [{"productId":"%s","warehouseId":"MAIN","quantity":%d}]""".formatted(product, quantity));
        return orderId;
    }

    private static int driftFound() {
        return given().get("/api/v1/audit").then().statusCode(200).extract().path("driftUnits");
    }

    private static String of(String product) {
        return "differences.find { it.productId == '%s' }".formatted(product);
    }
}
