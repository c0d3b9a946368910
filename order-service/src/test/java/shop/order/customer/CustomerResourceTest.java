package shop.order.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.get;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.Topics;

@QuarkusTest
@WithServers(database = "orders")
class CustomerResourceTest {

    private static final String HOME = """
            {"addressId": "home", "recipient": "Ann Lee", "street": "1 Wall St", "postalCode": "10005",
             "city": "New York", "country": "US"}
            """;

    @Inject
    DataSource database;

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
        var event = awaitTold(id, 1).getFirst();
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
                "MEMBER | GOLD | membership",
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
        awaitTold(id, 1);

        try (var pause = new RelayPause("customers")) {
            var untold = new UntoldCustomers(new ObjectMapper());
            put(id, "\"1\"", ann(id, "NONE"));
            var read = untold.read(pause.connection(), 1000);
            put(id, "\"2\"", ann(id, "MEMBER"));
            untold.markTold(pause.connection(), read);
        }

        assertThat(awaitLast(id, 3).data().get("membership").asText()).isEqualTo("MEMBER");
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
        var wrong = post("/customers/{id}/addresses", HOME.replace("\"US\"", "\"USA\""), id);
        assertThat(problem(wrong, 400, "validation").getList("violations.field"))
                .containsExactly("country");
    }

    @Test
    void an_erased_customer_leaves_no_personal_data() throws SQLException {
        var id = newId();
        given().header("Idempotency-Key", "register-" + id)
                .contentType("application/json")
                .body(ann(id, "MEMBER"))
                .post("/api/v1/customers");
        given().header("Idempotency-Key", "home-" + id)
                .contentType("application/json")
                .body(HOME)
                .post("/api/v1/customers/{id}/addresses", id);
        var checkout = aReservedCheckout().of(id);
        checkout.arrives();
        awaitStatus(checkout.orderId(), "CONFIRMED");
        given().header("Idempotency-Key", "cancel-" + id)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/orders/{id}/cancel", checkout.orderId());

        var erased = given().delete("/api/v1/customers/{id}", id);

        assertThat(erased.statusCode()).isEqualTo(204);
        problem(get("/customers/{id}", id), 404, "not-found");
        problem(given().delete("/api/v1/customers/{id}", id), 404, "not-found");
        problem(post("/customers", ann(id, "NONE")), 409, "customer-exists");
        var event = awaitLast(id, 2);
        assertThat(event.data().properties().stream().map(it -> it.getKey()))
                .containsExactlyInAnyOrder("customerId", "version", "erased");
        assertThat(event.data().get("erased").asBoolean()).isTrue();
        assertThat(rowsAbout(id)).isNotEmpty().noneMatch(it -> it.matches("(?s).*(Ann|ann@|4915112345678|Wall St).*"));
    }

    @Test
    void the_database_keeps_no_data_of_an_erased_customer() throws SQLException {
        var id = registered();

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "UPDATE customer SET erased = true, phone = NULL WHERE customer_id = '%s'".formatted(id)))
                    .hasMessageContaining("customer_erased_or_whole");
        }
    }

    /// Every row of every table that mentions the customer or an order of theirs.
    private List<String> rowsAbout(String customerId) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            var names = statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            for (var table : tables) {
                var found = statement.executeQuery("""
                        SELECT t::text FROM %s t WHERE t::text LIKE '%%%s%%'
                            OR t::text LIKE '%%' || (SELECT id FROM orders WHERE customer_id = '%s') || '%%'
                        """.formatted(table, customerId, customerId));
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        }
        return rows;
    }

    private static String registered() {
        var id = newId();
        post("/customers", ann(id, "MEMBER"));
        return id;
    }

    private static String newId() {
        return "customer-" + UUID.randomUUID();
    }

    private static String ann(String id, String membership) {
        return """
                {"customerId": "%s", "name": "Ann Lee", "email": "ann@example.com", "phone": "+4915112345678",
                 "membership": "%s"}
                """.formatted(id, membership);
    }

    private static Response put(String id, String ifMatch, String body) {
        return given().header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/customers/{id}", id);
    }

    private static List<Topics.Told> awaitTold(String id, int times) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(20)).until(() -> told(id).size() >= times);
        return told(id);
    }

    private static Topics.Told awaitLast(String id, int version) {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> !told(id).isEmpty()
                        && told(id).getLast().data().get("version").asInt() == version);
        return told(id).getLast();
    }

    private static List<Topics.Told> told(String id) {
        return Topics.told("order.customers.v1", id);
    }
}
