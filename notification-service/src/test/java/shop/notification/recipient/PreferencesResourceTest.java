package shop.notification.recipient;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class PreferencesResourceTest {

    @Inject
    Broker broker;

    @Inject
    Sql database;

    @Inject
    Preferences preferences;

    @Test
    void whoever_chose_nothing_wants_every_channel() {
        when().get(pathOf(ACustomer.any()))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("channels.EMAIL", equalTo(true))
                .body("channels.SMS", equalTo(true))
                .body("channels.PUSH", equalTo(true));
    }

    @Test
    void a_channel_that_is_off_gets_no_notification() {
        var customer = ACustomer.any();
        var order = AnOrder.of(customer.id());
        put(customer, "{\"channels\":{\"SMS\":false,\"EMAIL\":true}}");

        broker.send(order.placed());

        await().atMost(Duration.ofSeconds(40)).until(() -> !channelsTold(order).isEmpty());
        assertThat(channelsTold(order)).containsExactly("EMAIL", "PUSH");
    }

    @Test
    void a_choice_replaces_the_one_before() {
        var customer = ACustomer.any();
        put(customer, "{\"channels\":{\"SMS\":false}}");

        put(customer, "{\"channels\":{\"PUSH\":false}}");

        when().get(pathOf(customer))
                .then()
                .header("ETag", "\"2\"")
                .body("channels.SMS", equalTo(true))
                .body("channels.PUSH", equalTo(false));
    }

    @Test
    void a_choice_made_on_a_stale_state_is_refused() {
        var customer = ACustomer.any();
        put(customer, "{\"channels\":{\"SMS\":false}}");

        given().contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"channels\":{\"PUSH\":false}}")
                .put(pathOf(customer))
                .then()
                .statusCode(412);
    }

    @Test
    void a_choice_that_was_overtaken_is_not_taken() {
        var customer = ACustomer.any();
        preferences.replace(customer.id(), EnumSet.of(Channel.SMS), 0);

        var overtaken = preferences.replace(customer.id(), EnumSet.of(Channel.PUSH), 0);

        assertThat(overtaken).isNull();
        when().get(pathOf(customer)).then().body("channels.SMS", equalTo(false));
    }

    @Test
    void a_channel_that_does_not_exist_is_named() {
        given().contentType("application/json")
                .body("{\"channels\":{\"FAX\":false}}")
                .put(pathOf(ACustomer.any()))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(startsWith("channels")));
    }

    @Test
    void a_choice_of_nothing_is_refused() {
        given().contentType("application/json")
                .body("{}")
                .put(pathOf(ACustomer.any()))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(startsWith("channels")));
    }

    private static void put(ACustomer customer, String body) {
        given().contentType("application/json")
                .body(body)
                .put(pathOf(customer))
                .then()
                .statusCode(200);
    }

    private static String pathOf(ACustomer customer) {
        return "/api/v1/customers/%s/preferences".formatted(customer.id());
    }

    private List<String> channelsTold(AnOrder order) {
        var sql = "SELECT channel FROM notification WHERE order_id = ? ORDER BY channel";
        return database.query(sql, row -> row.getString("channel"), order.id());
    }
}
