package shop.cart.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.Cart;
import shop.cart.cart.CartScript;
import shop.cart.json.Json;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;

/// The checkouts, in Redis: a hash each, and one sorted set of those in flight, by when they are to be told again.
@ApplicationScoped
class Checkouts {

    static final String KEY = "checkout:";
    static final String IN_FLIGHT = "checkouts-in-flight";

    private static final String BEGIN = CartScript.KEEP_CART + """
            if redis.call('EXISTS', KEYS[1]) == 1 then return {'EXISTS'} end
            if not keep_cart(KEYS[2], 1) then return {'CART_CHANGED'} end
            redis.call('HSET', KEYS[1], 'id', ARGV[7], 'customer', ARGV[8], 'request', ARGV[9],
              'fingerprint', ARGV[10], 'event', ARGV[11], 'eventId', ARGV[12], 'at', ARGV[13], 'replicas', ARGV[14])
            redis.call('ZADD', KEYS[3], ARGV[15], ARGV[7])
            return {'BEGUN'}
            """;
    private static final String REFUSE = """
            if redis.call('EXISTS', KEYS[1]) == 1 then return {'EXISTS'} end
            redis.call('HSET', KEYS[1], 'id', ARGV[1], 'customer', ARGV[2], 'request', ARGV[3], 'outcome', ARGV[4])
            redis.call('EXPIRE', KEYS[1], ARGV[5])
            return {'REFUSED'}
            """;
    private static final String JOIN = """
            local found = redis.call('HMGET', KEYS[1], 'id', 'outcome', 'replicas')
            if not found[1] then return {} end
            if KEYS[2] and redis.call('EXISTS', KEYS[2]) == 1 then return {found[1], false, 'TAKEN'} end
            if not found[2] and not string.find(found[3] or '', ARGV[1], 1, true) then
              redis.call('HSET', KEYS[1], 'replicas', (found[3] or '') .. ' ' .. ARGV[1])
            end
            if KEYS[2] then
              local left = redis.call('PTTL', KEYS[1])
              redis.call('HSET', KEYS[2], 'request', ARGV[2], 'answer', found[1])
              redis.call('PEXPIRE', KEYS[2], left > 0 and left or ARGV[3])
            end
            return {found[1], found[2], false}
            """;
    private static final String FIND = """
            local found = redis.call('HMGET', KEYS[1], 'id', 'event', 'reserved', 'outcome', 'answer', 'customer')
            found[6] = found[6] and redis.call('HGET', 'cart:' .. found[6], 'products')
            return found
            """;

    private final Redis redis;
    private final CartScript carts;
    private final Replica replica;
    private final CheckoutSettings settings;
    private final Clock clock;
    private final Json json;

    Checkouts(Redis redis, CartScript carts, Replica replica, CheckoutSettings settings, Clock clock, Json json) {
        this.redis = redis;
        this.carts = carts;
        this.replica = replica;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    enum Begun {
        BEGUN,
        /// The id is in use: this is a repeat.
        EXISTS,
        CART_CHANGED
    }

    /// A checkout that somebody else began.
    ///
    /// @param taken whether the id that was to stand for it, too, is in use by now; then nothing was joined
    /// @param outcome null while it is in flight
    record Joined(boolean taken, @Nullable Outcome outcome) {}

    /// Takes the checkout down and marks its cart, if the cart is still the one that was priced.
    ///
    /// @param request what a repeat under the same key must say
    Begun begin(CheckoutRequested event, Announcement announcement, Cart cart, String request) {
        var id = event.orderId();
        var arguments = new ArrayList<>(carts.arguments(cart, cart.checkingOut(id)));
        arguments.addAll(List.of(
                id,
                event.customerId(),
                request,
                event.fingerprint(),
                announcement.json(),
                announcement.eventId(),
                announcement.at().toString(),
                replica.id(),
                Long.toString(clock.instant().plus(settings.doubted()).toEpochMilli())));
        var keys = List.of(KEY + id, CartScript.KEY + event.customerId(), IN_FLIGHT);
        return Begun.valueOf(
                String.valueOf(redis.run(new Call(BEGIN, keys, arguments)).getFirst()));
    }

    /// Remembers that the request with this id was refused. False where the id is in use.
    boolean refuse(String id, String customerId, String request, Outcome outcome) {
        var answer = redis.run(new Call(
                REFUSE, List.of(KEY + id), id, customerId, request, json.write(outcome), seconds(settings.kept())));
        return "REFUSED".equals(answer.getFirst());
    }

    /// Lets this replica hear of the outcome, too; nothing where there is no such checkout.
    Optional<Joined> join(String id) {
        return joined(redis.run(new Call(JOIN, List.of(KEY + id), replica.id())));
    }

    /// The same, and from now on the id of another request stands for this checkout, for no longer than it is kept.
    Optional<Joined> join(String id, String aliasId, String request) {
        var kept = Long.toString(settings.kept().toMillis());
        return joined(redis.run(new Call(JOIN, List.of(KEY + id, KEY + aliasId), replica.id(), request, kept)));
    }

    Optional<Checkout> find(String id) {
        var found = redis.run(new Call(FIND, List.of(KEY + id)));
        var other = found.get(4);
        return other == null ? checkout(found) : checkout(redis.run(new Call(FIND, List.of(KEY + other))));
    }

    private Optional<Joined> joined(List<@Nullable String> answer) {
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Joined(answer.get(2) != null, outcome(answer.get(1))));
    }

    private Optional<Checkout> checkout(List<@Nullable String> found) {
        var id = found.get(0);
        if (id == null) {
            return Optional.empty();
        }
        var event = found.get(1);
        var inCart = found.get(5);
        return Optional.of(new Checkout(
                id,
                event == null ? List.of() : json.read(event, Lines.class).lines(),
                inCart == null ? Set.of() : Set.of(inCart.split(" ")),
                found.get(2) != null,
                outcome(found.get(3))));
    }

    private @Nullable Outcome outcome(@Nullable String field) {
        return field == null ? null : json.read(field, Outcome.class);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    /// What is read back of the event, or of the order where the event was lost.
    private record Lines(List<Checkout.Line> lines) {}
}
