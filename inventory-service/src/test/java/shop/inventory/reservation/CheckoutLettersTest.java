package shop.inventory.reservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.local.test.Tokens;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class CheckoutLettersTest {

    private static final String CHECKOUTS = "cart.checkouts.v1";
    private static final String ANSWERS = "inventory.reservations.v1";
    private static final String LETTERS = CHECKOUTS + ".inventory-service.dlq";

    @Inject
    Broker broker;

    @Test
    void every_topic_that_is_consumed_has_its_letters() {
        assertThat(asked("").getList("items.source")).containsExactlyInAnyOrder(CHECKOUTS, "order.orders.v1");
    }

    @Test
    void a_checkout_that_is_replayed_is_answered_again_as_it_was() {
        var key = UUID.randomUUID().toString();
        broker.send(CHECKOUTS, key, "CheckoutRequested", "{\"orderId\"");
        broker.awaitOn(ANSWERS, key, it -> assertThat(it).hasSize(1));

        var replayed = given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(Map.of("ids", lettersOf(key), "reason", "test", "dryRun", false))
                .post("/api/v1/dead-letters/" + LETTERS + "/replay")
                .jsonPath();

        broker.awaitOn(ANSWERS, key, it -> assertThat(it).hasSize(2));
        assertThat(replayed.getList("replayed")).hasSize(1);
        assertThat(broker.on(ANSWERS, key)).extracting(Broker.Said::type).containsOnly("StockRejected");
        await().atMost(Broker.PATIENCE).until(() -> lettersOf(key).size() == 2);
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
