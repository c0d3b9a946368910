package shop.cart.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.Cart;
import shop.cart.cart.CartScript;
import shop.cart.cart.OnceOnly;
import shop.cart.json.Json;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;

/// Ends checkouts as others decided: the outcome is kept, the cart loses what was bought and its mark, and whoever
/// waits is told, all of it however often the decision comes.
@ApplicationScoped
class SettleCheckouts {

    private static final String LOOK = """
            local found = redis.call('HMGET', KEYS[1], 'customer', 'fingerprint')
            local customer = found[1] or ARGV[1]
            return {customer, found[2], redis.call('HGET', 'cart:' .. customer, 'cart')}
            """;

    /// Checkout and cart change together or not at all; the first outcome stays.
    private static final String SETTLE = CartScript.KEEP_CART + """
            if KEYS[3] and not keep_cart(KEYS[3], 1) then return {'CART_CHANGED'} end
            redis.call('HSETNX', KEYS[1], 'id', ARGV[7])
            redis.call('HSETNX', KEYS[1], 'customer', ARGV[8])
            redis.call('HSETNX', KEYS[1], 'outcome', ARGV[9])
            redis.call('HSETNX', KEYS[1], 'request', ARGV[10])
            if ARGV[11] ~= '' then redis.call('HSETNX', KEYS[1], 'event', ARGV[11]) end
            redis.call('EXPIRE', KEYS[1], ARGV[12])
            redis.call('ZREM', KEYS[2], ARGV[7])
            for replica in string.gmatch(redis.call('HGET', KEYS[1], 'replicas') or '', '%S+') do
              if replica ~= ARGV[13] then redis.call('PUBLISH', ARGV[14] .. replica, ARGV[15]) end
            end
            return {'SETTLED'}
            """;
    private static final String RESERVE = """
            if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'reserved', '1') end
            return {}
            """;
    private static final List<String> NO_CART = Collections.nCopies(6, "");

    private final Redis redis;
    private final CartScript carts;
    private final Replica replica;
    private final Waiters waiters;
    private final CheckoutSettings settings;
    private final Clock clock;
    private final Json json;

    SettleCheckouts(
            Redis redis,
            CartScript carts,
            Replica replica,
            Waiters waiters,
            CheckoutSettings settings,
            Clock clock,
            Json json) {
        this.redis = redis;
        this.carts = carts;
        this.replica = replica;
        this.waiters = waiters;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// Two round trips for all, and two more for those whose carts were changed in between.
    void settle(List<Decision> decisions) {
        var left = decisions;
        while (!left.isEmpty()) {
            left = settleUnchanged(left);
        }
    }

    void reserved(List<ReservationEvent.StockReserved> reservations) {
        var calls = new ArrayList<Call>();
        for (var it : reservations) {
            var products = it.checkout().lines().stream()
                    .map(ReservationEvent.StockReserved.Line::productId)
                    .toList();
            calls.add(CartScript.reserve(it.checkout().customerId(), it.orderId(), products));
            calls.add(new Call(RESERVE, List.of(Checkouts.KEY + it.orderId())));
        }
        var _ = redis.runAll(calls);
    }

    /// Returns those that somebody's change of the cart came in between of.
    private List<Decision> settleUnchanged(List<Decision> decisions) {
        var calls = new ArrayList<Call>();
        var outcomes = new ArrayList<Outcome>();
        var looks = redis.runAll(decisions.stream().map(SettleCheckouts::look).toList());
        for (int i = 0; i < decisions.size(); i++) {
            var outcome = decisions.get(i).outcomeFor(looks.get(i).get(1));
            outcomes.add(outcome);
            calls.add(settle(decisions.get(i), outcome, looks.get(i)));
        }
        var answers = redis.runAll(calls);
        var left = new ArrayList<Decision>();
        for (int i = 0; i < decisions.size(); i++) {
            if ("SETTLED".equals(answers.get(i).getFirst())) {
                waiters.tell(decisions.get(i).checkoutId(), outcomes.get(i));
            } else {
                left.add(decisions.get(i));
            }
        }
        return left;
    }

    private static Call look(Decision decision) {
        var customer = decision.customerId() == null ? "" : decision.customerId();
        return new Call(LOOK, List.of(Checkouts.KEY + decision.checkoutId()), customer);
    }

    private Call settle(Decision decision, Outcome outcome, List<@Nullable String> look) {
        var id = decision.checkoutId();
        var customer = String.valueOf(look.get(0));
        var before = carts.cart(look.get(2));
        var after = after(before, decision, outcome);
        var keys = new ArrayList<>(List.of(Checkouts.KEY + id, Checkouts.IN_FLIGHT));
        var arguments = new ArrayList<>(NO_CART);
        if (!after.equals(before)) {
            keys.add(CartScript.KEY + customer);
            arguments = new ArrayList<>(carts.arguments(before, after));
        }
        arguments.addAll(List.of(
                id,
                customer,
                json.write(outcome),
                OnceOnly.First.ANY_REQUEST,
                decision.order(),
                Long.toString(settings.kept().toSeconds()),
                replica.id(),
                Replica.CHANNEL,
                json.write(new Replica.Settled(id, outcome))));
        return new Call(SETTLE, keys, arguments);
    }

    private Cart after(Cart cart, Decision decision, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Placed _ -> cart.placed(decision.checkoutId(), decision.bought(), clock.instant());
            case Outcome.Rejected _, Outcome.PriceChanged _ -> cart.rejected(decision.checkoutId());
        };
    }
}
