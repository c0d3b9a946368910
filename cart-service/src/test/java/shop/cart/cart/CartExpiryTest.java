package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.cart.Examples;
import shop.cart.Http;
import shop.cart.RedisServer;
import shop.cart.Topics;
import shop.cart.json.Json;
import shop.contracts.event.EventSenders;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CartExpiryTest {

    @Inject
    IdleCarts carts;

    @Inject
    EventSenders senders;

    @Inject
    CartSettings settings;

    @Inject
    Json json;

    private final String customer = aCustomer();

    @Test
    void an_idle_cart_is_told_of_before_and_after_its_end_once_each_by_all_replicas() {
        inCart(customer, aProduct("Book").told(), 2);

        for (var hours : List.of(22, 23, 24, 25)) {
            var replicas = Http.atOnce(2, () -> look(Duration.ofHours(hours).plusMinutes(1)));
            assertThat(replicas).hasSize(2);
        }

        assertThat(told()).containsExactly("CartExpiring", "CartExpired");
        assertThat(Http.get("/carts/" + customer).body().path("lines")).isEmpty();
        assertThat(Topics.recordsOf("cart.carts.v1", customer))
                .allSatisfy(it -> assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(
                                        Examples.schema("cart.carts.v1", Topics.header(it, "ce_type")),
                                        InputFormat.JSON)
                                .validate(new String(it.value(), StandardCharsets.UTF_8), InputFormat.JSON))
                        .isEmpty());
    }

    @Test
    void who_comes_back_in_between_keeps_the_cart() {
        var book = aProduct("Book").told();
        inCart(customer, book, 1);
        var due = Instant.now().plus(Duration.ofHours(23));

        var taken = carts.takeExpiring(due).stream()
                .filter(it -> it.customerId().equals(customer))
                .toList();
        inCart(customer, book, 1);
        carts.toldExpiring(taken);
        var again = carts.takeExpiring(due.plus(Duration.ofMinutes(1)));

        assertThat(taken).hasSize(1);
        assertThat(again).extracting(IdleCart::customerId).contains(customer);
        assertThat(Http.get("/carts/" + customer).body().at("/lines/0/quantity").asInt())
                .isEqualTo(2);
    }

    @Test
    void what_was_taken_by_a_replica_that_died_is_told_by_another_under_the_same_id() {
        inCart(customer, aProduct("Book").told(), 1);
        var due = Instant.now().plus(Duration.ofHours(24)).plusSeconds(1);
        assertThat(carts.takeExpiring(due)).extracting(IdleCart::customerId).doesNotContain(customer);
        var lost = carts.takeExpired(due).stream()
                .filter(it -> it.customerId().equals(customer))
                .findFirst()
                .orElseThrow();

        var _ = look(Duration.ofHours(24).plusMinutes(1));

        var record = Topics.recordsOf("cart.carts.v1", customer).getFirst();
        var event = CartEvent.of(CartEvent.Kind.EXPIRED, lost, due, Map.of());
        assertThat(Topics.header(record, "ce_id"))
                .isEqualTo(event.outgoing(json).id());
    }

    @Test
    void a_cart_whose_checkout_is_in_flight_does_not_expire() {
        inCart(customer, aProduct("Book").told(), 1);
        RedisServer.setField("cart:" + customer, "pending", "a-checkout");

        var _ = look(Duration.ofHours(30));

        assertThat(told()).isEmpty();
        assertThat(Http.get("/carts/" + customer).body().path("lines")).hasSize(1);
    }

    private List<String> told() {
        return Topics.recordsOf("cart.carts.v1", customer).stream()
                .map(it -> Topics.header(it, "ce_type"))
                .toList();
    }

    private boolean look(Duration later) {
        var clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        new CartExpiry(carts, senders, settings, clock, json).look();
        return true;
    }
}
