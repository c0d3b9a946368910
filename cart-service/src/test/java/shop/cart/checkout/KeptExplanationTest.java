package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import shop.cart.cart.Basket;
import shop.cart.cart.Cart;
import shop.cart.cart.CartLine;
import shop.cart.customer.MembershipPeriod;
import shop.cart.pricing.Cases;
import shop.cart.pricing.Cases.Case;
import shop.cart.pricing.Item;
import shop.cart.product.Product;
import shop.cart.product.Product.Status;
import shop.contracts.Ids;

/// Whoever has only the event can find the price again, to the cent.
class KeptExplanationTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Property
    void replaying_the_explanation_that_a_checkout_carries_gives_its_price(@ForAll("cases") Case any)
            throws IOException {
        var event = JSON.readTree(JSON.writeValueAsString(checkout(any)));

        var total = BigDecimal.ZERO;
        for (var line : event.path("lines")) {
            assertThat(replayed(line)).isEqualTo(amount(line, "total")).isNotNegative();
            total = total.add(replayed(line));
        }
        assertThat(amount(event, "total"))
                .isEqualTo(total)
                .isEqualTo(amount(event, "subtotal").subtract(amount(event, "discount")))
                .isEqualTo(any.quote().total().amount());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Cases.any();
    }

    private static BigDecimal replayed(JsonNode line) {
        var price = amount(line, "unitPrice")
                .multiply(new BigDecimal(line.path("quantity").asInt()));
        for (var deduction : line.path("explanation")) {
            assertThat(amount(deduction, "amount")).isPositive();
            price = price.subtract(amount(deduction, "amount"));
        }
        return price;
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    private static CheckoutRequested checkout(Case any) {
        var lines = any.items().stream()
                .map(it -> new CartLine(it.productId(), it.quantity()))
                .toList();
        var products = any.items().stream()
                .map(KeptExplanationTest::product)
                .collect(Collectors.toMap(Product::productId, Function.identity()));
        var cart = new Cart(Ids.next().toString(), 1, 0, lines, null, null);
        var basket = new Basket(cart, products, MembershipPeriod.of(any.buyer().membership()), Set.of());
        var request = new CheckoutRequest(null, any.buyer().region(), null, null);
        var quote = basket.quoteOfAll(any.policy(), request.region(), any.at());
        return CheckoutRequested.of("order", "alice", basket, quote, 1, request, any.at(), Duration.ofMinutes(5));
    }

    private static Product product(Item item) {
        return new Product(item.productId(), Status.ACTIVE, "Any", item.category(), item.unitPrice(), 999);
    }
}
