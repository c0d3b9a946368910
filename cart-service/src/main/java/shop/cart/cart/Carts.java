package shop.cart.cart;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.Merging.Merged;
import shop.cart.customer.Customers;
import shop.cart.product.Product;
import shop.cart.product.Products;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;

/// The carts, in Redis. Nobody's change is ever lost: each is kept only if the cart is still what it was made from,
/// and made again from the newer one otherwise.
@ApplicationScoped
public class Carts {

    private static final String OPEN = """
            local cart = redis.call('HMGET', KEYS[1], 'cart', 'products', 'reserved')
            local first = KEYS[3] and redis.call('HMGET', KEYS[3], 'request', 'answer') or {false, false}
            local answer = {cart[1], cart[3], redis.call('HGET', KEYS[2], 'membership'), first[1], first[2]}
            for id in string.gmatch((cart[2] or '') .. ' ' .. ARGV[1], '%S+') do
              local view = redis.call('HMGET', 'product:' .. id, 'product', 'available')
              answer[#answer + 1] = id
              answer[#answer + 1] = view[1]
              answer[#answer + 1] = view[2]
            end
            return answer
            """;
    /// Whoever keeps a first answer changes the cart, too, so a repeat at the same moment fails here and finds it then.
    private static final String KEEP = CartScript.KEEP_CART + """
            if not keep_cart(KEYS[1], 1) then return {'CHANGED'} end
            if KEYS[2] then
              redis.call('HSET', KEYS[2], 'request', ARGV[7], 'answer', ARGV[8])
              redis.call('EXPIRE', KEYS[2], ARGV[9])
            end
            return {'KEPT'}
            """;
    /// One cart takes what comes to it, and the other is gone, or neither changes.
    private static final String MERGE = CartScript.KEEP_CART + CartScript.DROP_CART + """
            if (redis.call('HGET', KEYS[2], 'revision') or '') ~= ARGV[7] then return {'CHANGED'} end
            if KEYS[3] and redis.call('EXISTS', KEYS[3]) == 1 then return {'CHANGED'} end
            if not keep_cart(KEYS[1], 1) then return {'CHANGED'} end
            drop_cart(KEYS[2])
            if KEYS[3] then
              redis.call('HSET', KEYS[3], 'request', ARGV[8], 'answer', ARGV[9])
              redis.call('EXPIRE', KEYS[3], ARGV[10])
            end
            return {'KEPT'}
            """;
    private static final int TRIES = 200;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Redis redis;
    private final CartScript script;
    private final Products products;
    private final CartSettings settings;

    Carts(Redis redis, CartScript script, Products products, CartSettings settings) {
        this.redis = redis;
        this.script = script;
        this.products = products;
        this.settings = settings;
    }

    /// A cart with all that it is judged by, and what was first asked under the key of this request.
    public record Opened(Basket basket, Optional<OnceOnly.First> first) {}

    /// The answer to a change.
    ///
    /// @param repeated whether it is the first answer, given again
    record Answer(String json, boolean repeated) {}

    public Basket open(String customerId) {
        return open(customerId, "", null).basket();
    }

    /// Reads everything in one round trip.
    ///
    /// @param productId a product to look at beside those of the cart, or an empty string
    /// @param record where a repeat of this request would be remembered
    public Opened open(String customerId, String productId, @Nullable String record) {
        return opened(redis.run(openCall(customerId, productId, record)));
    }

    private static Call openCall(String customerId, String productId, @Nullable String record) {
        var keys = new ArrayList<>(List.of(CartScript.KEY + customerId, Customers.KEY + customerId));
        if (record != null) {
            keys.add(record);
        }
        return new Call(OPEN, keys, productId);
    }

    /// Changes a cart. Throws what the rule throws, and [CartRefusal.Contended] where others change it all the time.
    public Basket change(String customerId, String productId, Function<Basket, Cart> rule) {
        for (int failures = 0; failures < TRIES; failures++) {
            var before = open(customerId, productId, null).basket();
            var after = rule.apply(before);
            if (after.equals(before.cart()) || kept(keep(customerId, before.cart(), after))) {
                return before.of(after);
            }
            pause(failures);
        }
        throw new CartRefusal.Contended();
    }

    /// Changes a cart once, however often the same request comes; its answer is kept together with the change.
    Answer changeOnce(
            String customerId,
            String productId,
            OnceOnly once,
            Function<Basket, Cart> rule,
            Function<Basket, String> answer) {
        for (int failures = 0; failures < TRIES; failures++) {
            var opened = open(customerId, productId, once.record());
            if (opened.first().isPresent()) {
                return repeated(once, opened.first().get());
            }
            var before = opened.basket();
            var after = before.of(rule.apply(before));
            var json = answer.apply(after);
            if (kept(keepOnce(customerId, before.cart(), after.cart(), once, json))) {
                return new Answer(json, false);
            }
            pause(failures);
        }
        throw new CartRefusal.Contended();
    }

    /// Lets another cart come to a customer's; once, where the request carries a key. Where the other has no lines,
    /// nothing changes.
    Answer merge(
            String customerId,
            String from,
            Optional<OnceOnly> once,
            Merge rule,
            BiFunction<Basket, Merged, String> answer) {
        for (int failures = 0; failures < TRIES; failures++) {
            var both = openBoth(customerId, from, once.map(OnceOnly::record).orElse(null));
            if (once.isPresent() && both.first().isPresent()) {
                return repeated(once.get(), both.first().get());
            }
            var mine = both.mine();
            var merged = rule.of(mine, both.from());
            var json = answer.apply(mine.of(merged.cart()), merged);
            var nothingToKeep = once.isEmpty() && both.from().version() == 0;
            if (nothingToKeep || kept(keepBoth(customerId, from, both, merged.cart(), once, json))) {
                return new Answer(json, false);
            }
            pause(failures);
        }
        throw new CartRefusal.Contended();
    }

    /// The rule by which one cart comes to another.
    interface Merge {
        Merged of(Basket mine, Cart from);
    }

    /// Two carts; the basket has the products of both.
    private record Both(Basket mine, Cart from, Optional<OnceOnly.First> first) {}

    private Both openBoth(String customerId, String from, @Nullable String record) {
        var opened = redis.runAll(List.of(openCall(customerId, "", record), openCall(from, "", null))).stream()
                .map(this::opened)
                .toList();
        var mine = opened.getFirst().basket();
        var other = opened.getLast().basket();
        var products = new HashMap<>(other.products());
        products.putAll(mine.products());
        return new Both(
                new Basket(mine.cart(), products, mine.membership(), mine.reserved()),
                other.cart(),
                opened.getFirst().first());
    }

    private List<@Nullable String> keepBoth(
            String customerId, String from, Both both, Cart after, Optional<OnceOnly> once, String answer) {
        var keys = new ArrayList<>(List.of(CartScript.KEY + customerId, CartScript.KEY + from));
        var arguments = new ArrayList<>(script.arguments(both.mine().cart(), after));
        arguments.add(both.from().revision());
        once.ifPresent(it -> {
            keys.add(it.record());
            arguments.addAll(List.of(
                    it.request(), answer, Long.toString(settings.idempotency().toSeconds())));
        });
        return redis.run(new Call(MERGE, keys, arguments));
    }

    private static Answer repeated(OnceOnly once, OnceOnly.First first) {
        if (!first.stands(once.request())) {
            throw new CartRefusal.KeyReused();
        }
        return new Answer(String.valueOf(first.answer()), true);
    }

    private List<@Nullable String> keep(String customerId, Cart before, Cart after) {
        return redis.run(new Call(KEEP, List.of(CartScript.KEY + customerId), script.arguments(before, after)));
    }

    private List<@Nullable String> keepOnce(String customerId, Cart before, Cart after, OnceOnly once, String answer) {
        var arguments = new ArrayList<>(script.arguments(before, after));
        arguments.addAll(List.of(
                once.request(), answer, Long.toString(settings.idempotency().toSeconds())));
        return redis.run(new Call(KEEP, List.of(CartScript.KEY + customerId, once.record()), arguments));
    }

    private static boolean kept(List<@Nullable String> answer) {
        return "KEPT".equals(answer.getFirst());
    }

    private Opened opened(List<@Nullable String> answer) {
        var cart = script.cart(answer.get(0));
        var views = new HashMap<String, Product>();
        for (int i = 5; i < answer.size(); i += 3) {
            products.product(answer.get(i + 1), answer.get(i + 2)).ifPresent(it -> views.put(it.productId(), it));
        }
        var request = answer.get(3);
        return new Opened(
                new Basket(cart, views, Customers.membership(answer.get(2)), CartScript.reserved(cart, answer.get(1))),
                request == null ? Optional.empty() : Optional.of(new OnceOnly.First(request, answer.get(4))));
    }

    /// Longer the more often it failed, and never the same for two.
    private static void pause(int failures) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(failures + 2, LONGEST_PAUSE_MILLIS)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CartRefusal.Contended();
        }
    }
}
