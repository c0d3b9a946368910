package shop.cart.customer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.fresh;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Topics;
import shop.local.test.Tokens;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CustomerLettersTest {

    private static final String CUSTOMERS = "order.customers.v1";
    private static final String LETTERS = CUSTOMERS + ".cart-service.dlq";
    private static final String RETRIES = CUSTOMERS + ".cart-service.retry";
    private static final String BROKEN = "{\"email\":\"ann@example.com";

    @Test
    void every_topic_that_is_consumed_has_its_letters() {
        var topics = asked("").jsonPath();

        assertThat(topics.getList("items.source"))
                .containsExactlyInAnyOrder(
                        "catalog.products.v1",
                        "inventory.stock.v1",
                        "inventory.reservations.v1",
                        "order.orders.v1",
                        CUSTOMERS);
    }

    @Test
    void personal_data_are_shown_to_nobody_and_replayed_from_where_they_came() {
        var customer = fresh("letter");
        tell(customer);
        var id = awaitLetters(customer, 1).getFirst();

        var whole = asked("/" + LETTERS + "/" + id);
        var replayed = replay(id);

        awaitLetters(customer, 2); // It is no better the second time.
        assertThat(whole.jsonPath().getString("valueAs")).isEqualTo("withheld");
        assertThat(whole.jsonPath().getString("value")).isNull();
        assertThat(whole.asString()).doesNotContain("ann@");
        assertThat(replayed.getList("replayed")).containsExactly(id);
        assertThat(Topics.recordsOf(RETRIES, customer))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).asString(UTF_8).isEqualTo(BROKEN));
        assertThat(Topics.recordsOf(CUSTOMERS, customer)).hasSize(1);
    }

    @Test
    void only_the_last_word_on_a_customer_is_replayed() {
        var customer = fresh("letter");
        tell(customer);
        tell(customer);
        var ids = awaitLetters(customer, 2); // The newest first.

        var replayed = replay(ids.toArray(String[]::new));

        assertThat(replayed.getList("replayed")).containsExactly(ids.getFirst());
        assertThat(replayed.getString("leftOut[0].id")).isEqualTo(ids.getLast());
        assertThat(replayed.getString("leftOut[0].why")).startsWith("superseded");
    }

    @Test
    void nothing_is_replayed_of_who_was_erased() {
        var customer = fresh("letter");
        tell(customer);
        var id = awaitLetters(customer, 1).getFirst();
        Topics.tellBytes(CUSTOMERS, customer, null, null);
        Topics.flush();

        var replayed = replay(id);

        assertThat(replayed.getList("replayed")).isEmpty();
        assertThat(replayed.getString("leftOut[0].why")).startsWith("superseded");
        assertThat(Topics.recordsOf(RETRIES, customer)).isEmpty();
    }

    private static void tell(String customer) {
        Topics.tellBytes(CUSTOMERS, customer, "CustomerChanged", BROKEN.getBytes(UTF_8));
        Topics.flush();
    }

    private static List<String> awaitLetters(String customer, int count) {
        await().atMost(Given.SOON).until(() -> lettersOf(customer).size() == count);
        return lettersOf(customer);
    }

    private static List<String> lettersOf(String customer) {
        return asked("/" + LETTERS + "?limit=200").jsonPath().<Map<String, String>>getList("items").stream()
                .filter(it -> customer.equals(it.get("key")))
                .map(it -> it.get("id"))
                .toList();
    }

    private static JsonPath replay(String... ids) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(Map.of("ids", List.of(ids), "reason", "test", "dryRun", false))
                .post("/api/v1/dead-letters/" + LETTERS + "/replay")
                .jsonPath();
    }

    private static Response asked(String path) {
        return given().auth().oauth2(Tokens.support("ann")).get("/api/v1/dead-letters" + path);
    }
}
