package shop.notification.recipient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.Tokens;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.Broker;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class RecipientLettersTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String CUSTOMERS = "order.customers.v1";
    private static final String LETTERS = CUSTOMERS + ".notification-service.dlq";

    @Inject
    Broker broker;

    @Inject
    Recipients recipients;

    @Inject
    Sql database;

    @Test
    void every_topic_that_is_consumed_has_its_letters() {
        assertThat(asked("").jsonPath().getList("items.source"))
                .containsExactlyInAnyOrder(
                        "order.orders.v1",
                        "cart.carts.v1",
                        CUSTOMERS,
                        "notification.email.v1",
                        "notification.sms.v1",
                        "notification.push.v1");
    }

    @Test
    void a_customer_who_could_not_be_kept_is_replayed_from_where_the_data_came() {
        var customer = ACustomer.any();
        database.update("ALTER TABLE recipient ADD CONSTRAINT refused CHECK (customer_id <> '%s') NOT VALID"
                .formatted(customer.id()));
        broker.send(customer.changed(1));
        var id = awaitLetter(customer);
        database.update("ALTER TABLE recipient DROP CONSTRAINT refused");

        var whole = asked("/" + LETTERS + "/" + id);
        var replayed = replay(id);

        await().atMost(LIMIT).until(() -> !recipients.of(List.of(customer.id())).isEmpty());
        assertThat(whole.asString()).doesNotContain("@example.com");
        assertThat(whole.jsonPath().getString("valueAs")).isEqualTo("withheld");
        assertThat(replayed.getList("replayed")).containsExactly(id);
        assertThat(broker.read(CUSTOMERS, it -> customer.id().equals(it.key()))).hasSize(1);
    }

    private static String awaitLetter(ACustomer customer) {
        await().atMost(LIMIT).until(() -> !lettersOf(customer).isEmpty());
        return lettersOf(customer).getFirst();
    }

    private static List<String> lettersOf(ACustomer customer) {
        return asked("/" + LETTERS + "?limit=200").jsonPath().<Map<String, String>>getList("items").stream()
                .filter(it -> customer.id().equals(it.get("key")))
                .map(it -> it.get("id"))
                .toList();
    }

    private static JsonPath replay(String id) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(Map.of("ids", List.of(id), "reason", "test", "dryRun", false))
                .post("/api/v1/dead-letters/" + LETTERS + "/replay")
                .jsonPath();
    }

    private static Response asked(String path) {
        return given().auth().oauth2(Tokens.support("ann")).get("/api/v1/dead-letters" + path);
    }
}
