package shop.catalog.bulk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductImportTest {

    private final String importId = freshId("I");

    @Test
    void bad_lines_in_the_middle_are_reported_and_the_good_ones_kept() {
        var first = aProduct();
        var last = aProduct();
        var lines = String.join(
                "\n",
                first.text(),
                "{\"productId\": \"cut off",
                aProduct().with("price", "1.999").text(),
                aProduct().with("category", "TOYS").text(),
                "",
                aProduct().without("productId").text(),
                "null",
                aProduct().text() + " " + aProduct().text(),
                aProduct().with("name", "a\u0000b").text(),
                aProduct().with("popularity", "many").text(),
                last.text());

        var answer = Api.importing(importId, lines);

        answer.then().statusCode(202).header("Location", endsWith("/api/v1/imports/" + importId));
        var progress = Api.progress(importId);
        assertThat(progress.getString("state")).isEqualTo("COMPLETED");
        assertThat(counts(progress))
                .containsEntry("received", 10)
                .containsEntry("created", 2)
                .containsEntry("rejected", 8);
        assertThat(progress.getList("errors.line", Integer.class)).containsExactlyInAnyOrder(2, 3, 4, 6, 7, 8, 9, 10);
        assertThat(errorOf(progress, 3)).containsEntry("field", "price").containsKey("reason");
        assertThat(errorOf(progress, 4))
                .containsEntry("field", "category")
                .containsEntry("reason", "is not a category of this shop");
        assertThat(errorOf(progress, 6)).containsEntry("field", "productId");
        assertThat(errorOf(progress, 9)).containsEntry("field", "name");
        assertThat(errorOf(progress, 10)).containsEntry("field", "popularity");
        Api.get(first.id()).then().statusCode(200);
        Api.get(last.id()).then().statusCode(200);
    }

    @Test
    void the_same_import_sent_twice_changes_nothing() {
        var products = products(3);
        var before = importAndRead(products);

        Api.importing(importId, Json.lines(products)).then().statusCode(202);

        assertThat(counts(Api.progress(importId))).isEqualTo(before);
        Api.get(products.getFirst().id()).then().header("ETag", "\"1\"");
    }

    @Test
    void the_same_lines_under_another_key_are_unchanged() {
        var products = products(3);
        importAndRead(products);
        var other = freshId("I");

        Api.importing(other, Json.lines(products)).then().statusCode(202);

        assertThat(counts(Api.progress(other)))
                .containsEntry("created", 0)
                .containsEntry("updated", 0)
                .containsEntry("unchanged", 3)
                .containsEntry("indexed", 3);
        Api.get(products.getFirst().id()).then().header("ETag", "\"1\"");
    }

    @Test
    void of_two_lines_for_one_product_the_last_counts() {
        var product = aProduct();

        Api.importing(
                        importId,
                        product.text() + "\n" + product.with("price", "5.00").text())
                .then()
                .statusCode(202);

        Api.get(product.id()).then().header("ETag", "\"1\"").body("price", equalTo("5.00"));
        assertThat(counts(Api.progress(importId))).containsEntry("created", 1).containsEntry("unchanged", 1);
    }

    @Test
    void lines_change_products_and_bring_back_discontinued_ones() {
        var changed = aProduct();
        var gone = aProduct();
        Api.create(changed);
        Api.create(gone);
        Api.delete(gone.id(), "*");

        Api.importing(importId, Json.lines(List.of(changed.with("name", "Brighter lamp"), gone)));

        assertThat(counts(Api.progress(importId))).containsEntry("updated", 2);
        Api.get(changed.id()).then().header("ETag", "\"2\"").body("name", equalTo("Brighter lamp"));
        Api.get(gone.id()).then().header("ETag", "\"3\"").body("status", equalTo("ACTIVE"));
    }

    @Test
    void an_import_whose_connection_was_cut_goes_on_when_it_is_sent_again() throws IOException {
        var products = products(1700);
        var body = Json.lines(products).getBytes(UTF_8);

        sendAndCut(body, body.length * 3 / 4);

        Api.eventually(
                () -> assertThat(Api.progress(importId).getString("state")).isEqualTo("FAILED"));
        assertThat(counts(Api.progress(importId))).containsEntry("received", 1000);
        Api.importing(importId, Json.lines(products)).then().statusCode(202);
        assertThat(counts(Api.progress(importId)))
                .containsEntry("received", 1700)
                .containsEntry("created", 1700)
                .containsEntry("updated", 0)
                .containsEntry("rejected", 0);
        assertThat(Api.progress(importId).getString("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_compressed_import_is_taken_too() throws IOException {
        var products = products(2);

        given().contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", importId)
                .body(gzip(Json.lines(products)))
                .post("/api/v1/products/import")
                .then()
                .statusCode(202);

        Api.get(products.getLast().id()).then().statusCode(200);
    }

    @Test
    void an_import_tells_when_the_index_has_all_of_it() {
        var brand = freshId("B");
        var products = products(40);
        products.forEach(it -> it.with("brand", brand));

        Api.importing(importId, Json.lines(products));

        Api.eventually(() -> assertThat(counts(Api.progress(importId))).containsEntry("indexed", 40));
        Api.eventually(() -> assertThat(Api.found("brand", brand, "limit", 200)).hasSize(40));
    }

    @Test
    void real_catalogues_hold_quotes_accents_and_long_names() throws IOException {
        String lines;
        try (var file = getClass().getResourceAsStream("/telling-products.ndjson")) {
            lines = new String(file.readAllBytes(), UTF_8);
        }

        Api.importing(importId, lines).then().statusCode(202);

        assertThat(counts(Api.progress(importId))).containsEntry("rejected", 0);
        for (var line : lines.lines().map(Json::read).toList()) {
            Api.get(line.get("productId").asText())
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(line.get("name").asText()))
                    .body("price", equalTo(line.get("price").asText()));
        }
    }

    @Test
    void the_catalogue_that_the_project_ships_is_taken_whole() throws IOException {
        String lines;
        try (var file = getClass().getResourceAsStream("/catalogue/products.ndjson")) {
            lines = new String(file.readAllBytes(), UTF_8);
        }

        Api.importing(importId, lines).then().statusCode(202);

        assertThat(counts(Api.progress(importId)))
                .containsEntry("created", (int) lines.lines().count())
                .containsEntry("rejected", 0);
    }

    @Test
    void an_import_without_a_key_gets_an_id() {
        var location = given().contentType("application/x-ndjson")
                .body(aProduct().text().getBytes(UTF_8))
                .post("/api/v1/products/import")
                .header("Location");

        given().get(location).then().statusCode(200).body("created", equalTo(1));
        given().get("/api/v1/imports/" + freshId("none")).then().statusCode(404);
    }

    private Map<String, Integer> importAndRead(List<Json> products) {
        Api.importing(importId, Json.lines(products)).then().statusCode(202);
        Api.eventually(() -> assertThat(counts(Api.progress(importId))).containsEntry("indexed", products.size()));
        return counts(Api.progress(importId));
    }

    private static Map<String, Integer> counts(JsonPath progress) {
        var counts = new TreeMap<String, Integer>();
        List.of("received", "created", "updated", "unchanged", "rejected", "indexed")
                .forEach(it -> counts.put(it, progress.getInt(it)));
        return counts;
    }

    private static Map<String, Object> errorOf(JsonPath progress, int line) {
        return progress.getMap("errors.find { it.line == %d }".formatted(line));
    }

    private static List<Json> products(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(_ -> aProduct()).toList());
    }

    private void sendAndCut(byte[] body, int length) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head = """
                    POST /api/v1/products/import HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Idempotency-Key: %s\r
                    Content-Length: %d\r
                    \r
                    """.formatted(importId, body.length);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(body, 0, length);
            socket.getOutputStream().flush();
            Api.eventually(() -> assertThat(counts(Api.progress(importId))).containsEntry("received", 1000));
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
