package shop.cart.cart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.cart.json.Json;
import shop.cart.product.Product;
import shop.contracts.Ids;
import shop.contracts.event.OutgoingEvent;

/// A cart is left alone: all that this service says on `cart.carts.v1`, as `CartExpiring` and `CartExpired`.
///
/// @param lastActivity the last change of the cart, or the end of its last checkout
/// @param expiresAt when the cart is gone unless it is changed before
record CartEvent(
        Kind kind, String cartId, String customerId, Instant lastActivity, Instant expiresAt, List<Line> lines) {

    enum Kind {
        EXPIRING("CartExpiring"),
        EXPIRED("CartExpired");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /// Without name and price where the catalog has not told of the product.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String productId,
            int quantity,
            @Nullable String name,
            @Nullable String unitPrice,
            @Nullable String currency) {}

    static CartEvent of(Kind kind, IdleCart idle, Instant expiresAt, Map<String, Product> products) {
        return new CartEvent(
                kind,
                idle.cart().cartId(),
                idle.customerId(),
                idle.lastActivity(),
                expiresAt,
                idle.cart().lines().stream()
                        .map(it -> line(it, products.get(it.productId())))
                        .toList());
    }

    /// The same cart, kind and last activity give the same id, so that a repeat is known as one.
    OutgoingEvent outgoing(Json json) {
        var id = Ids.of(UUID.fromString(cartId), kind + " " + lastActivity.toEpochMilli());
        var time = kind == Kind.EXPIRED ? expiresAt : lastActivity;
        var data = json.write(this).getBytes(StandardCharsets.UTF_8);
        return new OutgoingEvent(id.toString(), kind.type, "/cart-service", customerId, time, data);
    }

    private static Line line(CartLine line, @Nullable Product product) {
        return product == null
                ? new Line(line.productId(), line.quantity(), null, null, null)
                : new Line(
                        line.productId(),
                        line.quantity(),
                        product.name(),
                        product.price().text(),
                        product.price().currency().getCurrencyCode());
    }
}
