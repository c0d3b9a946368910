package shop.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
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
        await().pollDelay(Duration.ZERO)
                .atMost(LIMIT)
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

    /// What is news on `order.orders.v1` of the order, once it is these types in this order and nothing between.
    public static List<Topics.Told> awaitTold(UUID orderId, String... types) {
        await().pollDelay(Duration.ZERO)
                .atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(news(orderId)).extracting(Topics.Told::type).containsExactly(types));
        return news(orderId);
    }

    /// All that is on `order.orders.v1` of the order; what is told again too.
    public static List<Topics.Told> told(UUID orderId) {
        return Topics.told("order.orders.v1", orderId.toString());
    }

    /// As each consumer takes it: what is not newer than what was there is dropped, and a gap is an error.
    private static List<Topics.Told> news(UUID orderId) {
        var news = new ArrayList<Topics.Told>();
        for (var event : told(orderId)) {
            assertThat(event.sequence()).isLessThanOrEqualTo(news.size() + 1);
            if (event.sequence() == news.size() + 1) {
                news.add(event);
            }
        }
        return news;
    }

    public static JsonPath problem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems/" + type);
        return response.jsonPath();
    }
}
