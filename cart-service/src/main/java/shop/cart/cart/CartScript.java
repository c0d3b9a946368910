package shop.cart.cart;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.cart.json.Json;
import shop.cart.redis.Call;

/// How a cart stands in Redis: a hash with its JSON, its revision, the ids of its products and of the checkout in
/// flight, so that no script has to read JSON.
@ApplicationScoped
public class CartScript {

    public static final String KEY = "cart:";

    /// Begins a script that changes a cart: `keep_cart(key, first)` writes the cart in ARGV[first] and the four after
    /// it (see [#arguments]), unless the cart is another by now; then it returns false and nothing happens.
    public static final String KEEP_CART = """
            local function keep_cart(key, first)
              if (redis.call('HGET', key, 'revision') or '') ~= ARGV[first] then return false end
              redis.call('HSET', key, 'revision', ARGV[first + 1], 'cart', ARGV[first + 2],
                'products', ARGV[first + 3], 'pending', ARGV[first + 4])
              redis.call('EXPIRE', key, ARGV[first + 5])
              return true
            end
            """;

    private static final String RESERVE = """
            if redis.call('HGET', KEYS[1], 'pending') == ARGV[1] then
              redis.call('HSET', KEYS[1], 'reserved', ARGV[1] .. ' ' .. ARGV[2])
            end
            return {}
            """;

    private final CartSettings settings;
    private final Json json;

    CartScript(CartSettings settings, Json json) {
        this.settings = settings;
        this.json = json;
    }

    /// What `keep_cart` needs, to replace `before` by `after`.
    public List<String> arguments(Cart before, Cart after) {
        return List.of(
                before.revision(),
                after.revision(),
                json.write(after),
                after.lines().stream().map(CartLine::productId).collect(Collectors.joining(" ")),
                after.pendingCheckout() == null ? "" : after.pendingCheckout(),
                Long.toString(settings.idle().toSeconds()));
    }

    /// The cart as its field has it; a fresh one where there is none.
    public Cart cart(@Nullable String field) {
        return field == null ? Cart.fresh() : json.read(field, Cart.class);
    }

    /// Says that stock is held for a checkout, for as long as it is in flight.
    public static Call reserve(String customerId, String checkoutId, List<String> productIds) {
        return new Call(RESERVE, List.of(KEY + customerId), checkoutId, String.join(" ", productIds));
    }

    static Set<String> reserved(Cart cart, @Nullable String field) {
        if (field == null || cart.pendingCheckout() == null || !field.startsWith(cart.pendingCheckout())) {
            return Set.of();
        }
        return Set.of(field.substring(field.indexOf(' ') + 1).split(" "));
    }
}
