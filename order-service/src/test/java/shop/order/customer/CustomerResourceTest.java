package shop.order.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.get;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;
import static shop.order.customer.SomeCustomer.HOME;
import static shop.order.customer.SomeCustomer.ann;
import static shop.order.customer.SomeCustomer.awaitVersion;
import static shop.order.customer.SomeCustomer.newId;
import static shop.order.customer.SomeCustomer.registered;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.local.test.WithServers;
import shop.order.RelayPause;

@QuarkusTest
@WithServers(database = "orders")
class CustomerResourceTest {

    @Inject
    ObjectMapper json;

    @Test
    void a_customer_registers_and_is_told() {
        var id = newId();

        var answer = post("/customers", ann(id, "MEMBER"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/v1/customers/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var shown = get("/customers/{id}", id).jsonPath();
        assertThat(shown.getString("email")).isEqualTo("ann@example.com");
        assertThat(shown.getString("membership")).isEqualTo("MEMBER");
        var event = awaitVersion(id, 1);
        assertThat(event.type()).isEqualTo("CustomerChanged");
        assertThat(event.data().get("membership").asText()).isEqualTo("MEMBER");
    }

    @Test
    void a_customer_without_an_id_gets_one() {
        var answer = post("/customers", ann("", "NONE").replace("\"customerId\": \"\",", ""));

        var id = answer.<String>path("customerId");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(get("/customers/{id}", id).statusCode()).isEqualTo(200);
    }

    @Test
    void an_id_is_given_once() {
        var id = registered();

        var answer = post("/customers", ann(id, "NONE"));

        assertThat(problem(answer, 409, "customer-exists").getString("field")).isEqualTo("customerId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann Lee | ` ` | name",
                "Ann Lee | A\\u0000nn | name",
                "ann@example.com | ann | email",
                "ann@example.com | `` | email",
                "+4915112345678 | 0151 123 | phone",
                "+4915112345678 | +0123456789 | phone",
                "\"+4915112345678\" | null | phone",
                "MEMBER | GOLD | membership",
                "\"MEMBER\" | \"NONE\", \"memberFrom\": \"2026-01-01T00:00:00Z\" | memberFrom",
                "\"MEMBER\" | \"NONE\", \"memberUntil\": \"2026-01-01T00:00:00Z\" | memberUntil",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": \"2026-02-30T00:00:00Z\" | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": \"2026-01-01\" | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": \"2026-01-01T00:00:00+01:00\" | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": \"+100000-01-01T00:00:00Z\" | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": \"2026-01-01T00:00:00.0000001Z\" | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": 1767225600 | memberFrom",
                "\"MEMBER\" | \"MEMBER\", \"memberFrom\": {} | memberFrom",
                "\"customerId\": \" | \"customerId\": \"# | customerId",
            })
    void what_is_wrong_is_named(String of, String with, String field) {
        var body = ann(newId(), "MEMBER");
        assertThat(body).contains(of);

        var answer = post("/customers", body.replace(of, with));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("/problems/validation");
        assertThat(answer.asString()).contains("\"" + field + "\"");
    }

    @Test
    void a_membership_has_dates_where_it_is_given_some() {
        var id = newId();
        var dates = """
                "MEMBER", "memberFrom": "2026-01-01T00:00:00Z", "memberUntil": "2026-12-31T23:59:59.999999Z"
                """;

        post("/customers", ann(id, "MEMBER").replace("\"MEMBER\"", dates));

        var shown = get("/customers/{id}", id).jsonPath();
        assertThat(shown.getString("memberFrom")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(shown.getString("memberUntil")).isEqualTo("2026-12-31T23:59:59.999999Z");
        var event = awaitVersion(id, 1).data();
        assertThat(event.path("memberFrom").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(event.path("memberUntil").asText()).isEqualTo("2026-12-31T23:59:59.999999Z");
    }

    @Test
    void a_change_replaces_the_dates_too() {
        var id = registered();
        var until = ann(id, "MEMBER").replace("\"MEMBER\"", "\"MEMBER\", \"memberUntil\": \"0001-01-01T00:00:00Z\"");

        var dated = put(id, "\"1\"", until);
        var undated = put(id, "\"2\"", ann(id, "MEMBER"));

        assertThat(dated.<String>path("memberUntil")).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(dated.jsonPath().getMap("$")).doesNotContainKey("memberFrom");
        assertThat(undated.jsonPath().getMap("$")).doesNotContainKey("memberUntil");
        assertThat(awaitVersion(id, 3).data().has("memberUntil")).isFalse();
    }

    @Test
    void a_change_needs_the_etag_that_is_current() {
        var id = registered();
        var change = ann(id, "NONE");

        var without = given().contentType("application/json").body(change).put("/api/v1/customers/{id}", id);
        var stale = put(id, "\"7\"", change);
        var current = put(id, "\"1\"", change);

        problem(without, 428, "precondition-required");
        problem(stale, 412, "precondition-failed");
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.header("ETag")).isEqualTo("\"2\"");
        assertThat(current.<String>path("membership")).isEqualTo("NONE");
    }

    @Test
    void of_those_who_change_the_same_version_at_once_one_wins() throws Exception {
        var id = registered();
        var start = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return put(id, "\"1\"", ann(id, "NONE")).statusCode();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var call : calls) {
                statuses.add(call.get());
            }
            assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
            assertThat(statuses).filteredOn(it -> it == 412).hasSize(7);
        }
    }

    @Test
    void a_change_that_comes_while_the_last_is_told_is_told_too() throws SQLException {
        var id = registered();
        awaitVersion(id, 1);

        try (var pause = new RelayPause("customers")) {
            var untold = new UntoldCustomers(json, new ErasedCustomers(Duration.ofDays(1)));
            put(id, "\"1\"", ann(id, "NONE"));
            var read = untold.read(pause.connection(), 1000);
            put(id, "\"2\"", ann(id, "MEMBER"));
            untold.markTold(pause.connection(), read);
        }

        assertThat(awaitVersion(id, 3).data().get("membership").asText()).isEqualTo("MEMBER");
    }

    @Test
    void an_order_keeps_a_copy_of_the_address_it_goes_to() {
        var id = registered();
        var added = post("/customers/{id}/addresses", HOME, id);

        var checkout = aReservedCheckout().of(id);
        checkout.arrives();

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(get("/customers/{id}/addresses", id).<String>path("items[0].addressId"))
                .isEqualTo("home");
        awaitStatus(checkout.orderId(), "CONFIRMED");
        assertThat(get("/orders/{id}", checkout.orderId()).<String>path("address.street"))
                .isEqualTo("1 Wall St");
    }

    @Test
    void an_address_id_is_given_once_and_only_to_customers() {
        var id = registered();
        post("/customers/{id}/addresses", HOME, id);

        problem(post("/customers/{id}/addresses", HOME, id), 409, "address-exists");
        problem(post("/customers/{id}/addresses", HOME, newId()), 404, "not-found");
        var wrong = post("/customers/{id}/addresses", HOME.replace("\"US\"", "\"UK\""), id);
        assertThat(problem(wrong, 400, "validation").getList("violations.field"))
                .containsExactly("country");
    }

    @Test
    void a_removed_address_is_gone_and_orders_keep_their_copy() {
        var id = registered();
        post("/customers/{id}/addresses", HOME, id);
        var checkout = aReservedCheckout().of(id);
        checkout.arrives();
        awaitStatus(checkout.orderId(), "CONFIRMED");

        var removed = given().delete("/api/v1/customers/{id}/addresses/home", id);

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(get("/customers/{id}/addresses", id).<List<?>>path("items")).isEmpty();
        assertThat(get("/orders/{id}", checkout.orderId()).<String>path("address.street"))
                .isEqualTo("1 Wall St");
        assertThat(post("/customers/{id}/addresses", HOME, id).statusCode()).isEqualTo(201);
    }

    @Test
    void what_is_not_there_cannot_be_removed() {
        var id = registered();
        post("/customers/{id}/addresses", HOME, registered());

        var unknown = given().delete("/api/v1/customers/{id}/addresses/home", id);
        var nobodys = given().delete("/api/v1/customers/{id}/addresses/home", newId());

        assertThat(problem(unknown, 404, "not-found").getString("address")).isEqualTo("home");
        assertThat(problem(nobodys, 404, "not-found").getString("customer")).isNotEmpty();
    }

    private static Response put(String id, String ifMatch, String body) {
        return given().header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/customers/{id}", id);
    }
}
