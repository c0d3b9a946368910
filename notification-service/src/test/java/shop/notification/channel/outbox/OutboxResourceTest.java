package shop.notification.channel.outbox;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class OutboxResourceTest {

    private static final String OUTBOX = "/api/v1/outbox";

    @Inject
    Outbox outbox;

    @Inject
    Sql database;

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void the_local_provider_takes_every_message_and_shows_it_as_its_channel_carries_it() {
        var push = dispatch(Channel.PUSH);
        var outcome = new LocalProvider(Channel.PUSH, outbox).send(push);
        new LocalProvider(Channel.EMAIL, outbox).send(dispatch(Channel.EMAIL));

        assertThat(outcome).isEqualTo(new Outcome.Accepted("local-" + push.idempotencyKey()));
        given().queryParam("customerId", customer)
                .get(OUTBOX)
                .then()
                .statusCode(200)
                .body("items.channel", contains("EMAIL", "PUSH"))
                .body("items[0].to", contains("ann@example.com"))
                .body("items[0].text", equalTo("Hello Änn"))
                .body("items[0].html", equalTo("<p>Hello Änn</p>"))
                .body("items[1].to", contains("device-1", "device-2"))
                .body("items[1].subject", equalTo("Your order is on its way"))
                .body("items[1].text", startsWith("Shipped"))
                .body("items[1].html", nullValue())
                .body("items[1].kind", equalTo("OrderShipped"))
                .body("items[1].providerMessageId", equalTo("local-" + push.idempotencyKey()))
                .body("items[1].takenAt", notNullValue());
    }

    @Test
    void a_message_that_comes_twice_is_there_twice() {
        var dispatch = dispatch(Channel.SMS);
        var sms = new LocalProvider(Channel.SMS, outbox);

        sms.send(dispatch);
        sms.send(dispatch);

        var ids = given().queryParam("customerId", customer)
                .get(OUTBOX)
                .jsonPath()
                .getList("items.providerMessageId");
        assertThat(ids).hasSize(2).containsOnly("local-" + dispatch.idempotencyKey());
    }

    @Test
    void pages_lead_from_the_newest_to_the_oldest_of_a_channel() {
        var sms = new LocalProvider(Channel.SMS, outbox);
        var sent = List.of(dispatch(Channel.SMS), dispatch(Channel.SMS), dispatch(Channel.SMS));
        sent.forEach(sms::send);
        new LocalProvider(Channel.PUSH, outbox).send(dispatch(Channel.PUSH));

        var first = page(2, "");
        var second = page(2, first.getString("nextCursor"));

        assertThat(first.getList("items.notificationId"))
                .containsExactly(sent.get(2).notificationId(), sent.get(1).notificationId());
        assertThat(second.getList("items.notificationId"))
                .containsExactly(sent.get(0).notificationId());
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void a_mail_is_shown_as_its_reader_sees_it_to_whoever_asks_for_html() {
        new LocalProvider(Channel.EMAIL, outbox).send(dispatch(Channel.EMAIL));
        var path = OUTBOX + "/" + idOfLatest();

        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("sandbox"))
                .body(equalTo("<p>Hello Änn</p>"));
        given().accept("*/*")
                .get(path)
                .then()
                .contentType("application/json")
                .body("html", equalTo("<p>Hello Änn</p>"));
        given().accept("application/json").get(path).then().contentType("application/json");
    }

    @Test
    void an_sms_has_no_html() {
        new LocalProvider(Channel.SMS, outbox).send(dispatch(Channel.SMS));
        var path = OUTBOX + "/" + idOfLatest();

        given().accept("text/html").get(path).then().statusCode(404);
        when().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"channel, sms", "cursor, nonsense", "customerId, -", "limit, 0"})
    void a_filter_that_cannot_be_is_named(String name, String value) {
        given().queryParam(name, value)
                .get(OUTBOX)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(name));
    }

    @ParameterizedTest
    @CsvSource({"0", "x", "999999999999999999999"})
    void a_message_that_there_is_not_is_not_found(String id) {
        when().get(OUTBOX + "/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void what_a_customer_was_told_can_be_forgotten() {
        var sms = new LocalProvider(Channel.SMS, outbox);
        sms.send(dispatch(Channel.SMS));
        var other = ADispatch.any().on(Channel.SMS);
        sms.send(other);

        outbox.forget(List.of(customer, "nobody"));

        assertThat(outbox.list(customer, null, 0, 10)).isEmpty();
        assertThat(outbox.list(ADispatch.CUSTOMER, null, 0, 10))
                .extracting(OutboxMessage::notificationId)
                .contains(other.notificationId());
    }

    @Test
    void the_oldest_make_room_beyond_a_number() {
        var small = new Outbox(database, 2);
        var sent = List.of(dispatch(Channel.SMS), dispatch(Channel.SMS), dispatch(Channel.SMS));

        sent.forEach(new LocalProvider(Channel.SMS, small)::send);

        assertThat(small.list(customer, null, 0, 10))
                .extracting(OutboxMessage::notificationId)
                .startsWith(sent.getLast().notificationId())
                .doesNotContain(sent.getFirst().notificationId());
    }

    private JsonPath page(int limit, String cursor) {
        var request = given().queryParam("customerId", customer)
                .queryParam("channel", "SMS")
                .queryParam("limit", limit);
        return (cursor.isEmpty() ? request : request.queryParam("cursor", cursor))
                .get(OUTBOX)
                .jsonPath();
    }

    private String idOfLatest() {
        return outbox.list(customer, null, 0, 1).getFirst().id();
    }

    private Dispatch dispatch(Channel channel) {
        var dispatch = ADispatch.any().withDevices("device-1", "device-2").on(channel);
        var contact = new Contact(
                customer,
                "Ann",
                "ann@example.com",
                ADispatch.PHONE,
                dispatch.to().pushTokens());
        return new Dispatch(
                dispatch.notificationId(),
                dispatch.kind(),
                dispatch.storyId(),
                Instant.now(),
                contact,
                dispatch.message(),
                null);
    }
}
