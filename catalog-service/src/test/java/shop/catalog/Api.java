package shop.catalog;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;

/// The service as its clients call it.
public final class Api {

    private static final String PRODUCTS = "/api/v1/products";

    private Api() {}

    public static Response create(Json product) {
        return given().contentType("application/json").body(product.text()).post(PRODUCTS);
    }

    public static Response get(String productId) {
        return given().header("Cache-Control", "no-cache").get(PRODUCTS + "/" + productId);
    }

    public static Response put(Json product, String etag) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(product.text())
                .put(PRODUCTS + "/" + product.id());
    }

    public static Response delete(String productId, String etag) {
        return given().header("If-Match", etag).delete(PRODUCTS + "/" + productId);
    }

    public static Response importing(String importId, String lines) {
        return given().contentType("application/x-ndjson")
                .header("Idempotency-Key", importId)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(PRODUCTS + "/import");
    }

    public static JsonPath progress(String importId) {
        return given().get("/api/v1/imports/" + importId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Searches now, whatever was found before. Parameters by turns: name, value, name, value.
    public static Response search(Object... parameters) {
        return with(parameters).header("Cache-Control", "no-cache").get(PRODUCTS);
    }

    /// Searches as customers do, who may get what was found a moment ago.
    public static Response browse(Object... parameters) {
        return with(parameters).get(PRODUCTS);
    }

    public static Response suggest(Object... parameters) {
        return with(parameters).header("Cache-Control", "no-cache").get(PRODUCTS + "/suggest");
    }

    public static RequestSpecification with(Object... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request;
    }

    public static List<String> found(Object... parameters) {
        return search(parameters).then().statusCode(200).extract().jsonPath().getList("items.productId");
    }

    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(30, SECONDS).untilAsserted(assertion);
    }
}
