package shop.cart.cart;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.cart.product.Product;
import shop.cart.product.Products;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;

/// The carts that expire, in Redis. A cart that is idle for good becomes, in one step, a record of an expired cart that
/// is still to be told; so it is told whatever crashes, and a customer who is back before that step keeps the cart.
///
/// Whatever is taken comes round again later unless it is marked as told; so replicas hardly tell it twice.
@ApplicationScoped
class IdleCarts {

    private static final String EXPIRED = "carts-expired";

    /// Whom nothing is due for yet is looked at again when it is: a checkout in flight has to end first.
    private static final String TAKE_IDLE = """
            local taken = {}
            for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[4])) do
              local key = 'cart:' .. id
              local found = redis.call('HMGET', key, 'cart', 'revision', 'pending', 'active')
              if not found[4] then
                redis.call('ZREM', KEYS[1], id)
              elseif found[3] ~= '' then
                redis.call('ZADD', KEYS[1], ARGV[2], id)
              elseif tonumber(found[4]) <= tonumber(ARGV[3]) then
                local record = string.match(found[2], '[^/]+')
                redis.call('ZREM', KEYS[1], id)
                redis.call('RENAME', key, 'cart-expired:' .. record)
                redis.call('HSET', 'cart-expired:' .. record, 'customer', id)
                redis.call('PERSIST', 'cart-expired:' .. record)
                redis.call('ZADD', KEYS[2], 0, record)
              else
                redis.call('ZADD', KEYS[1], ARGV[2], id)
                taken[#taken + 1] = id
                taken[#taken + 1] = found[1]
                taken[#taken + 1] = found[4]
              end
            end
            return taken
            """;
    private static final String TAKE_EXPIRED = """
            local taken = {}
            for _, record in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
              local found = redis.call('HMGET', 'cart-expired:' .. record, 'customer', 'cart', 'active')
              redis.call('ZADD', KEYS[1], ARGV[2], record)
              for i = 1, 3 do taken[#taken + 1] = found[i] end
            end
            return taken
            """;
    private static final String TOLD_EXPIRING = """
            if redis.call('HGET', KEYS[1], 'active') == ARGV[1] then
              redis.call('ZADD', KEYS[2], 'XX', ARGV[2], ARGV[3])
            end
            return {}
            """;
    private static final String TOLD_EXPIRED = """
            redis.call('DEL', KEYS[1])
            redis.call('ZREM', KEYS[2], ARGV[1])
            return {}
            """;
    private static final String VIEWS = """
            local views = {}
            for _, id in ipairs(ARGV) do
              local view = redis.call('HMGET', 'product:' .. id, 'product', 'available')
              views[#views + 1] = view[1]
              views[#views + 1] = view[2]
            end
            return views
            """;
    private static final String BATCH = "100";

    private final Redis redis;
    private final CartScript script;
    private final Products products;
    private final CartSettings settings;

    IdleCarts(Redis redis, CartScript script, Products products, CartSettings settings) {
        this.redis = redis;
        this.script = script;
        this.products = products;
        this.settings = settings;
    }

    /// Expires whose time is over, and returns those that are to be told that it nearly is.
    List<IdleCart> takeExpiring(Instant now) {
        return idle(redis.run(new Call(
                TAKE_IDLE,
                List.of(CartScript.IDLE, EXPIRED),
                millis(now),
                millis(now.plus(settings.toldAgain())),
                millis(now.minus(settings.idle())),
                BATCH)));
    }

    List<IdleCart> takeExpired(Instant now) {
        return idle(redis.run(
                new Call(TAKE_EXPIRED, List.of(EXPIRED), millis(now), millis(now.plus(settings.toldAgain())), BATCH)));
    }

    /// Whether there are more whose time has come.
    boolean more(Instant now) {
        var count = redis.run(new Call(
                "return {tostring(redis.call('ZCOUNT', KEYS[1], '-inf', ARGV[1]))}",
                List.of(CartScript.IDLE),
                millis(now)));
        return !"0".equals(count.getFirst());
    }

    /// They were told, those of them that nobody has changed since.
    void toldExpiring(List<IdleCart> told) {
        var _ = redis.runAll(told.stream()
                .map(it -> new Call(
                        TOLD_EXPIRING,
                        List.of(CartScript.KEY + it.customerId(), CartScript.IDLE),
                        millis(it.lastActivity()),
                        millis(it.lastActivity().plus(settings.idle())),
                        it.customerId()))
                .toList());
    }

    void toldExpired(List<IdleCart> told) {
        var _ = redis.runAll(told.stream()
                .map(it -> it.cart().cartId())
                .map(it -> new Call(TOLD_EXPIRED, List.of("cart-expired:" + it, EXPIRED), it))
                .toList());
    }

    /// What the catalog says of the products in these carts.
    Map<String, Product> productsOf(List<IdleCart> carts) {
        var ids = carts.stream()
                .flatMap(it -> it.cart().lines().stream())
                .map(CartLine::productId)
                .distinct()
                .toList();
        var views = redis.run(new Call(VIEWS, List.of(CartScript.IDLE), ids));
        var found = new HashMap<String, Product>();
        for (int i = 0; i < views.size(); i += 2) {
            products.product(views.get(i), views.get(i + 1)).ifPresent(it -> found.put(it.productId(), it));
        }
        return found;
    }

    private List<IdleCart> idle(List<@Nullable String> taken) {
        var carts = new ArrayList<IdleCart>();
        for (int i = 0; i < taken.size(); i += 3) {
            carts.add(new IdleCart(
                    String.valueOf(taken.get(i)),
                    script.cart(taken.get(i + 1)),
                    Instant.ofEpochMilli(Long.parseLong(String.valueOf(taken.get(i + 2))))));
        }
        return carts;
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
