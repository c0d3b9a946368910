package shop.inventory.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class MovedWarehouseTest {

    private final String warehouse = "W-" + UUID.randomUUID();
    private final String prefix = UUID.randomUUID() + "-";

    @Inject
    Shop shop;

    @BeforeEach
    void a_warehouse_with_more_than_two_slices_of_products() {
        shop.warehouse(warehouse, "US", 0);
        shop.execute("""
                INSERT INTO stock (product_id, warehouse_id, on_hand, told_version)
                SELECT ? || lpad(n::text, 4, '0'), ?, 0, 1 FROM generate_series(1, 2500) n
                """, prefix, warehouse);
    }

    @AfterEach
    void gone() {
        shop.execute("DELETE FROM stock WHERE warehouse_id = ?", warehouse);
    }

    @Test
    void all_that_lies_in_a_warehouse_that_moved_is_told_again_once() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Moved\",\"region\":\"ASIA\",\"priority\":1}")
                .put("/api/v1/warehouses/{id}", warehouse)
                .then()
                .statusCode(200);

        awaitDone();
        assertThat(raised("TRUE")).isEqualTo(2500);
    }

    @Test
    void another_priority_is_nothing_to_tell() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Same\",\"region\":\"US\",\"priority\":5}")
                .put("/api/v1/warehouses/{id}", warehouse)
                .then()
                .statusCode(200);

        awaitDone();
        assertThat(raised("TRUE")).isZero();
    }

    @Test
    void what_a_crash_left_half_told_is_gone_on_with() {
        shop.execute("UPDATE warehouse SET told_again_to = ? WHERE warehouse_id = ?", prefix + "1000", warehouse);

        awaitDone();
        assertThat(raised("product_id <= '%s1000'".formatted(prefix))).isZero();
        assertThat(raised("product_id > '%s1000'".formatted(prefix))).isEqualTo(1500);
    }

    @Test
    void warehouses_are_listed_page_by_page() {
        var ids = new ArrayList<String>();
        JsonPath page;
        String cursor = null;
        do {
            var request = given().queryParam("limit", 2);
            page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/warehouses")
                    .jsonPath();
            ids.addAll(page.getList("items.warehouseId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(ids).isSorted().doesNotHaveDuplicates().contains("MAIN", warehouse);
        assertThat((long) ids.size()).isEqualTo(shop.number("SELECT count(*) FROM warehouse"));
    }

    private void awaitDone() {
        await().atMost(Broker.PATIENCE)
                .until(() -> shop.number(
                                "SELECT count(*) FROM warehouse WHERE told_again_to IS NOT NULL AND warehouse_id = ?",
                                warehouse)
                        == 0);
    }

    private long raised(String where) {
        return shop.number("SELECT count(*) FROM stock WHERE warehouse_id = ? AND version = 2 AND " + where, warehouse);
    }
}
