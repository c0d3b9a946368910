package shop.catalog.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Topics;
import shop.local.test.Tokens;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class StockLettersTest {

    private static final String LETTERS = Topics.STOCK + ".catalog-service.dlq";
    private static final String RETRIES = Topics.STOCK + ".catalog-service.retry";

    private final Topics topics;

    StockLettersTest(Topics topics) {
        this.topics = topics;
    }

    @Test
    void every_topic_that_is_consumed_has_its_letters() {
        assertThat(asked("").getList("items.source")).containsExactlyInAnyOrder(Topics.PRODUCTS, Topics.STOCK);
    }

    @Test
    void a_letter_is_replayed_to_this_consumer_alone() {
        var key = freshId("bad");
        topics.send(Topics.STOCK, key, "StockChanged", "{\"productId\":");
        Api.eventually(() -> assertThat(lettersOf(key)).hasSize(1));

        var replayed = given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(Map.of("ids", lettersOf(key), "reason", "test", "dryRun", false))
                .post("/api/v1/dead-letters/" + LETTERS + "/replay")
                .jsonPath();

        Api.eventually(() -> assertThat(lettersOf(key)).hasSize(2)); // It is no better the second time.
        assertThat(replayed.getList("replayed")).hasSize(1);
        assertThat(topics.read(RETRIES, key))
                .singleElement()
                .satisfies(it -> assertThat(Topics.text(it)).isEqualTo("{\"productId\":"));
        assertThat(topics.read(Topics.STOCK, key)).hasSize(1);
    }

    private static List<String> lettersOf(String key) {
        return asked("/" + LETTERS + "?limit=200").<Map<String, String>>getList("items").stream()
                .filter(it -> key.equals(it.get("key")))
                .map(it -> it.get("id"))
                .toList();
    }

    private static JsonPath asked(String path) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .get("/api/v1/dead-letters" + path)
                .jsonPath();
    }
}
