package shop.inventory.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class StockImportTest {

    @Inject
    Shop shop;

    @Test
    void good_lines_are_kept_and_bad_ones_reported() {
        var known = shop.product(5);
        var same = shop.product(7);
        var reserved = shop.product(5);
        shop.execute("UPDATE stock SET reserved = 3 WHERE product_id = ?", reserved);
        var fresh = "NEW-" + UUID.randomUUID();
        var key = "an import/of " + UUID.randomUUID();

        var answer = post(key, """
                {"productId":"%s","onHand":9}
                {"productId":"%s","onHand":7}
                {"productId":"%s","onHand":2}
                {"productId":"%s","onHand":4}
                {"productId":"%s","onHand":6,"warehouseId":"NOWHERE"}
                {"productId":"no good","onHand":6}
                {"onHand":
                {"productId":"%s","onHand":3}
                """.formatted(known, same, reserved, fresh, fresh, fresh));

        answer.then()
                .statusCode(202)
                .body("state", equalTo("COMPLETED"))
                .body("received", equalTo(8))
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("rejected", equalTo(4))
                .body("errors", hasSize(4))
                .body("errors.find { it.line == 3 }.field", equalTo("onHand"))
                .body("errors.find { it.line == 5 }.field", equalTo("warehouseId"))
                .body("errors.find { it.line == 6 }.field", equalTo("productId"));
        given().urlEncodingEnabled(false)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body("importId", equalTo(key))
                .body("received", equalTo(8));
        assertThat(shop.onHand(known)).isEqualTo(9);
        assertThat(shop.onHand(fresh)).isEqualTo(3);
        assertThat(shop.differences(fresh)).isZero();
        shop.execute("UPDATE stock SET reserved = 0 WHERE product_id = ?", reserved);
    }

    @Test
    void the_same_import_sent_again_goes_on_where_it_was() {
        var prefix = "BULK-" + UUID.randomUUID() + "-";
        var key = UUID.randomUUID().toString();
        post(key, lines(prefix, 700)).then().statusCode(202).body("created", equalTo(700));

        var again = post(key, lines(prefix, 1200));

        again.then().statusCode(202).body("received", equalTo(1200)).body("created", equalTo(1200));
        assertThat(shop.number("SELECT count(*) FROM stock WHERE product_id LIKE ?", prefix + "%"))
                .isEqualTo(1200);
        assertThat(shop.differences(prefix + "%")).isZero();
    }

    @Test
    void a_gzipped_import_is_taken() throws IOException {
        var prefix = "ZIP-" + UUID.randomUUID() + "-";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(lines(prefix, 30).getBytes(StandardCharsets.UTF_8));
        }

        var answer = given().contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(bytes.toByteArray())
                .post("/api/v1/stock/import");

        answer.then()
                .statusCode(202)
                .body("created", equalTo(30))
                .body("rate", notNullValue())
                .body("estimatedEnd", nullValue());
    }

    @Test
    void an_import_that_nobody_sent_is_not_found() {
        given().get("/api/v1/imports/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static Response post(String key, String body) {
        return given().contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/stock/import");
    }

    private static String lines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> "{\"productId\":\"%s%d\",\"onHand\":%d}".formatted(prefix, it, it))
                .collect(Collectors.joining("\n"));
    }
}
