package shop.inventory.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class AuditTest {

    @Inject
    Shop shop;

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
                .body(of(right), nullValue());
        shop.execute("UPDATE stock SET on_hand = 5, reserved = 0 WHERE product_id = ?", wrong);
    }

    private static String of(String product) {
        return "differences.find { it.productId == '%s' }".formatted(product);
    }
}
