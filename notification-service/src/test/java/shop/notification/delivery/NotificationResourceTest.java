package shop.notification.delivery;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static shop.notification.delivery.Story.SOON;
import static shop.notification.delivery.Story.subjectsTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class NotificationResourceTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Sql database;

    @Test
    void a_notification_shows_what_was_said_and_by_whom() {
        var customer = story.aKnownCustomer();
        var shipped = AnOrder.of(customer.id()).shipped();
        broker.send(shipped);
        story.awaitState(shipped, Channel.SMS, NotificationState.SENT);

        when().get("/api/v1/notifications/" + shipped.id() + ":SMS")
                .then()
                .statusCode(200)
                .body("channel", equalTo("SMS"))
                .body("kind", equalTo("OrderShipped"))
                .body("state", equalTo("SENT"))
                .body("provider", equalTo(Switchboard.NAME))
                .body("body", containsString("JD0146"))
                .body("nextAttemptAt", nullValue());
    }

    @Test
    void what_was_said_to_an_erased_customer_is_forgotten_and_not_said_again() {
        var customer = story.aKnownCustomer();
        var cancelled = AnOrder.of(customer.id()).cancelled("Ann Miller moved away");
        broker.send(cancelled);
        story.awaitState(cancelled, Channel.SMS, NotificationState.SENT);
        var path = "/api/v1/notifications/" + cancelled.id() + ":SMS";
        when().get(path).then().body("body", notNullValue());

        broker.send(customer.erased(2));

        await().atMost(SOON)
                .untilAsserted(() -> when().get(path)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("SENT"))
                        .body("subject", nullValue())
                        .body("body", nullValue()));
        when().post(path + "/resend").then().statusCode(409).body("type", equalTo("/problems/nothing-to-say"));
        assertThat(everythingStored()).noneMatch(it -> it.contains("moved away") || it.contains(customer.email()));
    }

    /// All rows of all tables, as text.
    private List<String> everythingStored() {
        var tables = database.query("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                """, row -> row.getString(1));
        return tables.stream()
                .flatMap(it -> database.query("SELECT t::text FROM " + it + " t", row -> row.getString(1)).stream())
                .toList();
    }

    @Test
    void the_notifications_of_an_order_come_in_pages_each_once() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        broker.send(order.placed(), order.confirmed(), order.shipped());
        await().atMost(SOON).until(() -> story.notificationsOf(order.id()).size() == 9);

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = given().queryParam("orderId", order.id()).queryParam("limit", 4);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/notifications")
                    .jsonPath();
            seen.addAll(page.getList("items.notificationId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(9);
        assertThat(new HashSet<>(seen)).hasSize(9);
    }

    @Test
    void the_list_is_narrowed_by_customer_and_state() {
        var customer = ACustomer.any();
        var placed = AnOrder.of(customer.id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.PUSH, NotificationState.WAITING);

        given().queryParam("customerId", customer.id())
                .queryParam("state", "WAITING")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("WAITING")))
                .body("nextCursor", nullValue());
        given().queryParam("customerId", customer.id())
                .queryParam("state", "SENT")
                .get("/api/v1/notifications")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "orderId,nonsense",
        "customerId,a b",
        "state,LOST",
        "cursor,@",
        "cursor,bm9uc2Vuc2U",
        "limit,0",
        "limit,201",
        "limit,many"
    })
    void a_wrong_parameter_is_named(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/api/v1/notifications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("violations.field", contains(parameter));
    }

    @Test
    void an_unknown_notification_is_not_found() {
        var id = UUID.randomUUID() + ":EMAIL";

        when().get("/api/v1/notifications/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        when().post("/api/v1/notifications/" + id + "/resend").then().statusCode(404);
    }

    @Test
    void an_id_that_no_database_takes_is_refused() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/notifications/%00")
                .then()
                .statusCode(400);
    }

    @Test
    void a_notification_is_sent_again_once_however_often_the_same_request_comes() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        var path = "/api/v1/notifications/" + placed.id() + ":EMAIL/resend";
        var key = UUID.randomUUID().toString();

        given().header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/v1/notifications/" + placed.id()))
                .body("state", equalTo("RETRY"));
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        given().header("Idempotency-Key", key).post(path).then().statusCode(202).header("Idempotent-Replayed", "true");

        story.awaitLaterMail(customer);
        assertThat(subjectsTo(customer, order)).hasSize(2);
    }

    @Test
    void a_notification_that_is_on_its_way_is_not_sent_again() {
        var placed = AnOrder.of(ACustomer.any().id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.WAITING);

        when().post("/api/v1/notifications/" + placed.id() + ":EMAIL/resend")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/notification-on-its-way"))
                .body("state", equalTo("WAITING"))
                .body("allowed", contains("SENT", "SKIPPED", "DEAD"));
    }
}
