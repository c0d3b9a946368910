package shop.cart.cart;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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
              local kept, active, due = string.match(ARGV[first + 5], '(%d+) (%d+) (%d+)')
              redis.call('HSET', key, 'active', active)
              redis.call('EXPIRE', key, kept)
              if ARGV[first + 3] == '' then
                redis.call('ZREM', 'carts-idle', string.sub(key, 6))
              else
                redis.call('ZADD', 'carts-idle', due, string.sub(key, 6))
              end
              return true
            end
            """;

    /// Begins a script that ends a cart: `drop_cart(key)`.
    static final String DROP_CART = """
            local function drop_cart(key)
              redis.call('DEL', key)
              redis.call('ZREM', 'carts-idle', string.sub(key, 6))
            end
            """;

    /// The customers whose carts have lines, by the millisecond when the cart is to be looked at for its expiry.
    static final String IDLE = "carts-idle";

    private static final String RESERVE = """
            if redis.call('HGET', KEYS[1], 'pending') == ARGV[1] then
              redis.call('HSET', KEYS[1], 'reserved', ARGV[1] .. ' ' .. ARGV[2])
            end
            return {}
            """;

    /// Redis forgets a cart so much later than its expiry, which is told, should that never come.
    private static final Duration SAFETY_NET = Duration.ofHours(1);

    private final CartSettings settings;
    private final Clock clock;
    private final Json json;

    CartScript(CartSettings settings, Clock clock, Json json) {
        this.settings = settings;
        this.clock = clock;
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
                times());
    }

    /// How many seconds the key is kept, when the cart changed (now), and when to look at it again; in milliseconds.
    private String times() {
        var now = clock.instant();
        return "%d %d %d"
                .formatted(
                        settings.idle().plus(SAFETY_NET).toSeconds(),
                        now.toEpochMilli(),
                        now.plus(settings.expiring()).toEpochMilli());
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
