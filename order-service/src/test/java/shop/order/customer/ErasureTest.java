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
import static shop.order.customer.SomeCustomer.ann;
import static shop.order.customer.SomeCustomer.awaitTombstone;
import static shop.order.customer.SomeCustomer.awaitVersion;
import static shop.order.customer.SomeCustomer.newId;
import static shop.order.customer.SomeCustomer.registered;
import static shop.order.customer.SomeCustomer.told;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.Topics;

@QuarkusTest
@WithServers(database = "orders")
class ErasureTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    Sql sql;

    @Test
    void an_erased_customer_is_told_without_data_and_their_id_is_never_used_again() {
        var id = registered();

        var erased = erase(id);

        assertThat(erased.statusCode()).isEqualTo(204);
        problem(get("/customers/{id}", id), 404, "not-found");
        problem(erase(id), 404, "not-found");
        problem(post("/customers", ann(id, "NONE")), 409, "customer-exists");
        var event = awaitVersion(id, 2);
        assertThat(event.data().properties().stream().map(it -> it.getKey()))
                .containsExactlyInAnyOrder("customerId", "version", "erased");
        assertThat(event.data().get("erased").asBoolean()).isTrue();
    }

    @Test
    void nothing_in_the_database_is_left_of_the_person() {
        var ann = new Person(UUID.randomUUID().toString());
        var id = newId();
        once("register", ann.registers(id)).post("/api/v1/customers");
        once("home", ann.livesAt("home", "Old Road")).post("/api/v1/customers/{id}/addresses", id);
        once("work", ann.livesAt("work", "New Road")).post("/api/v1/customers/{id}/addresses", id);
        var checkout = aReservedCheckout().of(id);
        checkout.arrives();
        awaitStatus(checkout.orderId(), "CONFIRMED");
        once("cancel", "{}").post("/api/v1/orders/{id}/cancel", checkout.orderId());
        once("change", ann.marries(id)).header("If-Match", "\"1\"").put("/api/v1/customers/{id}", id);
        assertThat(placesOf(ann))
                .contains(
                        "customer.name",
                        "customer.email",
                        "customer.phone",
                        "customer_address.address",
                        "orders.address");

        erase(id);

        assertThat(placesOf(ann)).isEmpty();
        assertThat(get("/orders/{id}", checkout.orderId()).<String>path("customerId"))
                .isEqualTo(id);
    }

    @Test
    void a_tombstone_comes_after_the_erasure_once_and_nothing_after_it() {
        var id = registered();
        erase(id);
        awaitVersion(id, 2);

        toldEarlier(id, A_DAY);

        awaitTombstone(id);
        problem(put(id, ann(id, "MEMBER")), 404, "not-found");
        problem(post("/customers", ann(id, "NONE")), 409, "customer-exists");
        problem(erase(id), 404, "not-found");
        awaitVersion(registered(), 1); // The relay has been here since.
        assertThat(told(id)).extracting(Topics.Told::isTombstone).endsWith(false, true);
        assertThat(told(id).stream().filter(Topics.Told::isTombstone)).hasSize(1);
        assertThat(told(id).getLast().headers()).containsEntry("ce_subject", id).doesNotContainKey("content-type");
        await().atMost(Duration.ofSeconds(20)).until(() -> isTombstoned(id));
    }

    @Test
    void a_tombstone_does_not_come_before_its_time() {
        var early = registered();
        var alive = registered();
        var due = registered();
        Stream.of(early, due).forEach(ErasureTest::erase);
        Stream.of(early, due).forEach(it -> awaitVersion(it, 2));
        awaitVersion(alive, 1);
        toldEarlier(early, A_DAY.minusMinutes(5));
        toldEarlier(alive, A_DAY.plusDays(1));

        toldEarlier(due, A_DAY);

        awaitTombstone(due); // It was looked for all of them at once.
        assertThat(told(early)).noneMatch(Topics.Told::isTombstone);
        assertThat(told(alive)).noneMatch(Topics.Told::isTombstone);
    }

    @Test
    void what_was_long_untold_is_told_erased_first_and_its_tombstone_waits_from_then_on() throws SQLException {
        String id;
        try (var _ = new RelayPause("customers")) {
            id = registered();
            erase(id);
            sql.update("UPDATE customer SET changed_at = now() - interval '2 days' WHERE customer_id = ?", id);
        }
        awaitVersion(id, 2);

        awaitVersion(registered(), 1);

        assertThat(told(id))
                .singleElement()
                .satisfies(it -> assertThat(it.data().get("erased").asBoolean()).isTrue());
        assertThat(isTombstoned(id)).isFalse();
    }

    @Test
    void the_database_keeps_no_data_of_an_erased_customer() {
        for (var rest : List.of("name", "member_until")) {
            var id = registered();
            sql.update("UPDATE customer SET member_until = now() WHERE customer_id = ?", id);
            var all = Stream.of("name", "email", "phone", "membership", "member_until")
                    .filter(it -> !it.equals(rest))
                    .map(it -> it + " = NULL")
                    .toList();
            var erasing =
                    "UPDATE customer SET erased = true, %s WHERE customer_id = ?".formatted(String.join(", ", all));

            assertThatThrownBy(() -> sql.update(erasing, id)).hasMessageContaining("customer_");
        }
    }

    /// Somebody whose data no other test has.
    private record Person(String mark) {

        String registers(String id) {
            return """
                    {"customerId": "%s", "name": "Ann %s", "email": "ann-%s@example.com", "phone": "%s",
                     "membership": "MEMBER", "memberUntil": "2090-01-01T00:00:00Z"}
                    """.formatted(id, mark, mark.substring(24), phone());
        }

        String marries(String id) {
            return registers(id).replace("Ann " + mark, "Ann Lee-" + mark);
        }

        String livesAt(String addressId, String street) {
            return """
                    {"addressId": "%s", "recipient": "Ann %s", "street": "%s %s", "postalCode": "10005",
                     "city": "New York", "country": "US"}
                    """.formatted(addressId, mark, street, mark);
        }

        /// What all that is said of them has in it.
        List<String> traces() {
            return List.of(mark, "ann-" + mark.substring(24), phone());
        }

        private String phone() {
            return "+49151%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000));
        }
    }

    /// Where in the database there is anything of a person: every column of every table that may hold text.
    private List<String> placesOf(Person person) {
        return sql.query("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb')
                        """, row -> new Place(row.getString(1), row.getString(2))).stream()
                .filter(it -> person.traces().stream().anyMatch(trace -> holds(it, trace)))
                .map(it -> it.table() + "." + it.column())
                .toList();
    }

    private record Place(String table, String column) {}

    private boolean holds(Place it, String trace) {
        var looking =
                "SELECT EXISTS (SELECT 1 FROM %s WHERE strpos(%s::text, ?) > 0)".formatted(it.table(), it.column());
        return sql.first(looking, row -> row.getBoolean(1), trace).orElseThrow();
    }

    /// As if the customer's last version, once it is marked as told, had been told so much earlier.
    private void toldEarlier(String id, Duration by) {
        var earlier = """
                UPDATE customer SET told_at = told_at - make_interval(secs => ?)
                WHERE customer_id = ? AND told_version = version
                """;
        await().atMost(Duration.ofSeconds(20)).until(() -> sql.update(earlier, (double) by.toSeconds(), id) == 1);
    }

    private boolean isTombstoned(String id) {
        var looking = "SELECT tombstoned_at IS NOT NULL FROM customer WHERE customer_id = ?";
        return sql.first(looking, row -> row.getBoolean(1), id).orElseThrow();
    }

    private static RequestSpecification once(String key, String body) {
        return given().header("Idempotency-Key", key + "-" + UUID.randomUUID())
                .contentType("application/json")
                .body(body);
    }

    private static Response put(String id, String body) {
        return given().header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(body)
                .put("/api/v1/customers/{id}", id);
    }

    private static Response erase(String id) {
        return given().delete("/api/v1/customers/{id}", id);
    }
}
