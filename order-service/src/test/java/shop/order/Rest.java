package shop.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The service as its clients see it.
public final class Rest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Rest() {}

    public static Response get(String path, Object... values) {
        return given().get("/api/v1" + path, values);
    }

    public static Response post(String path, String body, Object... values) {
        return given().contentType("application/json").body(body).post("/api/v1" + path, values);
    }

    public static String status(UUID orderId) {
        return get("/orders/{id}", orderId).jsonPath().getString("status");
    }

    public static void awaitStatus(UUID orderId, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(status(orderId)).as("status of %s", orderId).isEqualTo(status));
    }

    /// The order's history, which never has a gap.
    public static List<String> history(UUID orderId) {
        var history = get("/orders/{id}/history", orderId).jsonPath();
        var sequences = history.getList("items.sequence", Integer.class);
        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
        return history.getList("items.type");
    }

    /// What is on `order.orders.v1` of the order, once it is at least these types in this order and nothing between.
    public static List<Topics.Told> awaitTold(UUID orderId, String... types) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(told(orderId)).extracting(Topics.Told::type).containsExactly(types));
        return told(orderId);
    }

    public static List<Topics.Told> told(UUID orderId) {
        return Topics.told("order.orders.v1", orderId.toString());
    }

    public static JsonPath problem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems/" + type);
        return response.jsonPath();
    }
}
