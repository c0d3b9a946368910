package shop.cart.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.cart.Examples;
import shop.cart.cart.Basket;
import shop.cart.cart.Cart;
import shop.cart.cart.CartLine;
import shop.cart.checkout.OrderEvent.OrderPlaced;
import shop.cart.checkout.Outcome.Reason;
import shop.cart.checkout.Outcome.Shortage;
import shop.cart.checkout.ReservationEvent.StockRejected;
import shop.cart.checkout.ReservationEvent.StockReserved;
import shop.cart.customer.MembershipPeriod;
import shop.cart.json.Json;
import shop.cart.pricing.BulkPricing;
import shop.cart.pricing.Combine;
import shop.cart.pricing.PricingPolicy;
import shop.cart.product.Product;
import shop.contracts.Ids;
import shop.contracts.Money;

class CheckoutEventsTest {

    private static final String ORDER = "5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10";
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final CheckoutOutcomes outcomes = new CheckoutOutcomes(null, null, json);

    @Test
    void what_is_asked_for_keeps_its_schema_with_and_without_what_is_optional() {
        var plain = checkout(CheckoutRequest.PLAIN);
        var full = checkout(new CheckoutRequest("89.96", "EU", "home", "BANK_TRANSFER"));

        assertThat(List.of(plain, full)).allSatisfy(this::keepsItsSchema);
    }

    @Test
    void the_fingerprint_is_of_lines_totals_and_region() {
        var plain = checkout(CheckoutRequest.PLAIN).fingerprint();

        assertThat(checkout(new CheckoutRequest(null, null, "home", "CARD")).fingerprint())
                .isEqualTo(plain);
        assertThat(checkout(new CheckoutRequest(null, "EU", null, null)).fingerprint())
                .isNotEqualTo(plain);
    }

    @Test
    void what_is_told_carries_id_type_source_and_time() {
        var event = checkout(CheckoutRequest.PLAIN);

        var outgoing = new Announcement("id", ORDER, event.requestedAt(), new Json(json).write(event)).event();

        assertThat(outgoing.id()).isEqualTo("id");
        assertThat(outgoing.type()).isEqualTo("CheckoutRequested");
        assertThat(outgoing.source()).isEqualTo("/cart-service");
        assertThat(outgoing.key()).isEqualTo(ORDER);
        assertThat(outgoing.time()).isEqualTo(NOW);
        assertThat(new String(outgoing.data(), UTF_8)).contains("\"expiresAt\":\"2026-11-27T10:20:30Z\"");
    }

    @Test
    void the_examples_of_order_service_can_be_read() {
        var placed = (OrderPlaced) outcomes.order(Examples.of("order.orders.v1", "OrderPlaced"));

        assertThat(placed.orderId()).isEqualTo(ORDER);
        assertThat(placed.fingerprint()).isEqualTo("6c1f4f0b7d0e4a55");
        assertThat(placed.total()).isEqualTo("1089.95");
        assertThat(Decision.of(placed, "").bought()).isEqualTo(Map.of("LAPTOP", 1, "TSHIRT", 5));
        for (var type :
                List.of("OrderConfirmed", "OrderShipped", "OrderDelivered", "OrderCancelled", "RefundRequired")) {
            assertThat(outcomes.order(Examples.of("order.orders.v1", type))).isEqualTo(new OrderEvent.Other());
        }
    }

    @Test
    void the_examples_of_inventory_can_be_read() {
        var rejected = outcomes.reservation(Examples.of("inventory.reservations.v1", "StockRejected"));
        var reserved = (StockReserved) outcomes.reservation(Examples.of("inventory.reservations.v1", "StockReserved"));

        assertThat(rejected)
                .isEqualTo(new StockRejected(
                        ORDER,
                        "alice",
                        "6c1f4f0b7d0e4a55",
                        Reason.OUT_OF_STOCK,
                        List.of(new Shortage("LAPTOP", 5, 4, null), new Shortage("WINE", 1, 0, List.of("EU")))));
        assertThat(reserved.checkout().customerId()).isEqualTo("alice");
        assertThat(reserved.checkout().lines()).extracting("productId").containsExactly("LAPTOP", "TSHIRT");
        for (var type : List.of("StockReleased", "StockFulfilled")) {
            assertThat(outcomes.reservation(Examples.of("inventory.reservations.v1", type)))
                    .isEqualTo(new ReservationEvent.Other());
        }
    }

    private void keepsItsSchema(CheckoutRequested event) {
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Examples.schema("cart.checkouts.v1", "CheckoutRequested"), InputFormat.JSON)
                .validate(new Json(json).write(event), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    private static CheckoutRequested checkout(CheckoutRequest request) {
        var shirt = new Product("TSHIRT", Product.Status.ACTIVE, "T-Shirt", "CLOTHING", Money.of("19.99", "USD"), 100);
        var cart = new Cart(Ids.next().toString(), 1, 0, List.of(new CartLine("TSHIRT", 5)), null, null);
        var basket = new Basket(cart, Map.of("TSHIRT", shirt), MembershipPeriod.NONE, Set.of());
        var policy = new PricingPolicy(List.of(new BulkPricing(5, BigDecimal.TEN)), Combine.BEST);
        var quote = basket.quoteOfAll(policy, request.region(), NOW);
        return CheckoutRequested.of(ORDER, "alice", basket, quote, 7, request, NOW, Duration.ofMinutes(5));
    }
}
