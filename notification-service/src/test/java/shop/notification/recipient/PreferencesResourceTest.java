package shop.notification.recipient;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Contact;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class PreferencesResourceTest {

    private static final String EVERYTHING = """
            {"channels": {"SMS": false, "EMAIL": true},
             "kinds": {"OrderShipped": {"SMS": false}, "CartExpiring": {"EMAIL": false, "PUSH": true}},
             "quietHours": {"from": "22:00", "until": "07:00"}, "timeZone": "Europe/Berlin", "language": "en-gb",
             "pushTokens": []}
            """;

    @Inject
    Broker broker;

    @Inject
    Sql database;

    @Inject
    Recipients recipients;

    @Test
    void whoever_chose_nothing_wants_every_channel() {
        when().get(pathOf(ACustomer.any()))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("channels.EMAIL", equalTo(true))
                .body("channels.SMS", equalTo(true))
                .body("channels.PUSH", equalTo(true))
                .body("kinds", anEmptyMap())
                .body("quietHours", nullValue())
                .body("timeZone", equalTo("UTC"))
                .body("language", equalTo("en"))
                .body("pushTokens", empty());
    }

    @Test
    void everything_that_is_chosen_is_kept() {
        var customer = ACustomer.any();

        put(customer, EVERYTHING);

        when().get(pathOf(customer))
                .then()
                .body("channels.SMS", equalTo(false))
                .body("kinds.OrderShipped", equalTo(Map.of("SMS", false)))
                .body("kinds.CartExpiring", equalTo(Map.of("EMAIL", false, "PUSH", true)))
                .body("quietHours", equalTo(Map.of("from", "22:00", "until", "07:00")))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("language", equalTo("en-GB"));
    }

    @Test
    void what_is_not_named_is_the_default_again() {
        var customer = ACustomer.any();
        put(customer, EVERYTHING);

        put(customer, "{\"language\":\"de\"}");

        when().get(pathOf(customer))
                .then()
                .body("channels.SMS", equalTo(true))
                .body("kinds", anEmptyMap())
                .body("quietHours", nullValue())
                .body("timeZone", equalTo("UTC"))
                .body("language", equalTo("de"));
    }

    @Test
    void an_answer_can_be_sent_back_as_it_is_but_for_the_tokens() {
        var customer = ACustomer.any();
        put(customer, EVERYTHING);
        var answer = new HashMap<>(when().get(pathOf(customer)).jsonPath().getMap(""));
        answer.remove("pushTokens");

        var again = given().contentType("application/json").body(answer).put(pathOf(customer));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getMap("")).containsAllEntriesOf(Map.copyOf(answer));
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
    void of_choices_made_at_once_on_the_same_state_one_is_taken() {
        var customer = ACustomer.any();

        var answers = AtOnce.run(
                8,
                nth -> given().contentType("application/json")
                        .header("If-Match", "\"0\"")
                        .body("{\"channels\":{\"SMS\":false}}")
                        .put(pathOf(customer))
                        .statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void an_erased_customer_chooses_nothing() {
        var customer = ACustomer.any();
        recipients.keep(List.of(new Recipient(2, true, Contact.none(customer.id()))));

        var answer = given().contentType("application/json").body(EVERYTHING).put(pathOf(customer));

        assertThat(answer.statusCode()).isEqualTo(404);
        when().get(pathOf(customer)).then().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"channels": {"FAX": false}}                               | channels.FAX
            {"channels": {"sms": false}}                               | channels.sms
            {"channels": {"\\ud800": false}}                            | body
            {"channels": {"SMS": "false"}}                             | channels.SMS
            {"channels": {"SMS": 0}}                                   | channels.SMS
            {"channels": {"SMS": null}}                                | channels.SMS
            {"channels": null}                                         | channels
            {"channels": ["SMS"]}                                      | channels
            {}                                                         | channels
            {"kinds": {"OrderPraised": {"SMS": false}}}                | kinds.OrderPraised
            {"kinds": {"ORDER_SHIPPED": {"SMS": false}}}               | kinds.ORDER_SHIPPED
            {"kinds": {"OrderShipped": {"FAX": false}}}                | kinds.OrderShipped.FAX
            {"kinds": {"OrderShipped": {"SMS": "no"}}}                 | kinds.OrderShipped.SMS
            {"kinds": {"OrderShipped": {"SMS": null}}}                 | kinds.OrderShipped.SMS
            {"kinds": {"OrderShipped": null}}                          | kinds.OrderShipped
            {"kinds": {"OrderShipped": false}}                         | kinds.OrderShipped
            {"quietHours": {"from": "25:00", "until": "07:00"}}        | quietHours.from
            {"quietHours": {"from": "22:00", "until": "7:00"}}         | quietHours.until
            {"quietHours": {"from": "22:00", "until": "24:00"}}        | quietHours.until
            {"quietHours": {"from": 22, "until": "07:00"}}             | quietHours.from
            {"quietHours": {"from": "22:00"}}                          | quietHours.until
            {"quietHours": {"from": "22:00", "until": "22:00"}}        | quietHours.until
            {"quietHours": "night"}                                    | quietHours
            {"timeZone": "Mars/Olympus"}                               | timeZone
            {"timeZone": "+02:00"}                                     | timeZone
            {"timeZone": null}                                         | timeZone
            {"timeZone": 2}                                            | timeZone
            {"language": "german!"}                                    | language
            {"language": ""}                                           | language
            {"language": "und"}                                        | language
            {"language": 7}                                            | language
            {"language": null}                                         | language
            {"pushTokens": "token"}                                    | pushTokens
            {"pushTokens": null}                                       | pushTokens
            {"pushTokens": ["good", "bad one"]}                        | pushTokens[1]
            {"pushTokens": [7]}                                        | pushTokens[0]
            {"pushTokens": [null]}                                     | pushTokens[0]
            {"pushTokens": ["twice", "twice"]}                         | pushTokens
            [1, 2]                                                     | body
            null                                                       | body
            {"channels":                                               | body
            """)
    void what_is_wrong_is_named(String body, String field) {
        var answer = given().contentType("application/json").body(body).put(pathOf(ACustomer.any()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly(field);
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        given().contentType("application/json")
                .body("{\"channels\":{\"FAX\":true},\"timeZone\":\"Mars\",\"language\":\"?\"}")
                .put(pathOf(ACustomer.any()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("channels.FAX", "timeZone", "language"));
    }

    @Test
    void no_body_at_all_is_refused() {
        given().contentType("application/json")
                .put(pathOf(ACustomer.any()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("body"));
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
        var sql = "SELECT channel FROM notification WHERE story_id = ? ORDER BY channel";
        return database.query(sql, row -> row.getString("channel"), order.id());
    }
}
