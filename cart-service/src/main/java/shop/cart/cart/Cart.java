package shop.cart.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;

/// What a customer wants to buy. Every change gives a new `Cart` of the next version.
///
/// @param cartId a new one for each new cart, so that buying the same again is another checkout
/// @param version counts the changes; together with the id it says what a change was made from
/// @param attempt counts the rejected checkouts, so that trying again is another checkout, too
/// @param pendingCheckout the checkout that is in flight, if one is
/// @param placed the last checkout that became an order
public record Cart(
        String cartId,
        long version,
        int attempt,
        List<CartLine> lines,
        @Nullable String pendingCheckout,
        @Nullable Placed placed) {

    /// The revision of a cart that is not there.
    static final String NONE = "";

    /// A checkout that became an order, and when.
    public record Placed(String checkoutId, Instant at) {}

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart fresh() {
        return new Cart(Ids.next().toString(), 0, 0, List.of(), null, null);
    }

    /// What of the cart has to be unchanged when a change of it is kept.
    String revision() {
        return version == 0 ? NONE : cartId + "/" + version;
    }

    public boolean hasLines() {
        return !lines.isEmpty();
    }

    int quantityOf(String productId) {
        return line(productId).map(CartLine::quantity).orElse(0);
    }

    Optional<CartLine> line(String productId) {
        return lines.stream().filter(it -> it.productId().equals(productId)).findFirst();
    }

    Cart with(String productId, int quantity) {
        return with(productId, quantity, null);
    }

    /// @param seen the unit price that the customer sees confirmed by it
    Cart with(String productId, int quantity, @Nullable String seen) {
        var line = new CartLine(productId, quantity, seen);
        if (line(productId).isEmpty()) {
            return changed(Stream.concat(lines.stream(), Stream.of(line)).toList());
        }
        return changed(lines.stream()
                .map(it -> it.productId().equals(productId) ? line : it)
                .toList());
    }

    Cart without(String productId) {
        return line(productId).isEmpty()
                ? this
                : changed(lines.stream()
                        .filter(it -> !it.productId().equals(productId))
                        .toList());
    }

    Cart having(List<CartLine> others) {
        return changed(others);
    }

    Cart emptied() {
        return hasLines() ? changed(List.of()) : this;
    }

    /// From now on this checkout is in flight.
    public Cart checkingOut(String checkoutId) {
        return new Cart(cartId, version + 1, attempt, lines, checkoutId, placed);
    }

    /// The checkout became an order: what it bought goes, what was added meanwhile stays.
    public Cart placed(String checkoutId, Map<String, Integer> bought, Instant at) {
        if (!checkoutId.equals(pendingCheckout)) {
            return this;
        }
        var rest = new ArrayList<CartLine>();
        for (var line : lines) {
            var left = line.quantity() - bought.getOrDefault(line.productId(), 0);
            if (left > 0) {
                rest.add(new CartLine(line.productId(), left, line.seen()));
            }
        }
        var nextId = rest.isEmpty() ? Ids.next().toString() : cartId;
        return new Cart(nextId, version + 1, attempt, rest, null, new Placed(checkoutId, at));
    }

    /// The checkout came to nothing: all stays, and the next one is another attempt.
    public Cart rejected(String checkoutId) {
        return checkoutId.equals(pendingCheckout)
                ? new Cart(cartId, version + 1, attempt + 1, lines, null, placed)
                : this;
    }

    private Cart changed(List<CartLine> newLines) {
        return new Cart(cartId, version + 1, attempt, newLines, pendingCheckout, placed);
    }
}
