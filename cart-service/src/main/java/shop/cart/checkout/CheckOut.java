package shop.cart.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.Basket;
import shop.cart.cart.Cart;
import shop.cart.cart.CartRefusal;
import shop.cart.cart.Carts;
import shop.cart.cart.OnceOnly;
import shop.cart.json.Json;
import shop.cart.load.CheckoutGate;
import shop.cart.pricing.CurrentPolicy;
import shop.cart.pricing.Quote;
import shop.contracts.Ids;

/// Turns a cart into a checkout, once for all who ask for the same one, and waits a moment for its outcome.
///
/// The usual way takes two round trips to Redis (read all, take down) and one to Kafka.
@ApplicationScoped
class CheckOut {

    private static final int TRIES = 50;

    private final Carts carts;
    private final Checkouts checkouts;
    private final TellCheckout tell;
    private final Waiters waiters;
    private final CheckoutGate gate;
    private final CurrentPolicy policy;
    private final CheckoutSettings settings;
    private final Clock clock;
    private final Json json;

    CheckOut(
            Carts carts,
            Checkouts checkouts,
            TellCheckout tell,
            Waiters waiters,
            CheckoutGate gate,
            CurrentPolicy policy,
            CheckoutSettings settings,
            Clock clock,
            Json json) {
        this.carts = carts;
        this.checkouts = checkouts;
        this.tell = tell;
        this.waiters = waiters;
        this.gate = gate;
        this.policy = policy;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        waiters.listen(gate::ended);
    }

    /// What a customer asks for.
    ///
    /// @param at when the request came
    record Wish(String customerId, @Nullable String key, CheckoutRequest request, Instant at) {

        @Nullable
        String keyId() {
            return key == null ? null : CheckoutIds.of(customerId, key);
        }
    }

    /// @param outcome null where the checkout is still in flight
    /// @param replayed whether the key of the request had been used for it before
    record Answer(String checkoutId, @Nullable Outcome outcome, boolean replayed) {}

    Answer checkOut(Wish wish) {
        for (int tries = 0; tries < TRIES; tries++) {
            var answer = attempt(wish, wish.keyId());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new CartRefusal.Contended();
    }

    /// Nothing where something changed in between, so that it has to be looked at anew.
    private Optional<Answer> attempt(Wish wish, @Nullable String keyId) {
        var opened = carts.open(wish.customerId(), "", keyId == null ? null : Checkouts.KEY + keyId);
        if (keyId != null && opened.first().isPresent()) {
            return repeat(wish, keyId, opened.first().get());
        }
        var cart = opened.basket().cart();
        if (cart.pendingCheckout() != null) {
            return follow(wish, keyId, cart.pendingCheckout());
        }
        if (cart.hasLines()) {
            return begin(wish, keyId, opened.basket());
        }
        return follow(wish, keyId, justPlaced(cart, wish.at()).orElseThrow(CheckoutRefusal.EmptyCart::new));
    }

    private Optional<Answer> repeat(Wish wish, String keyId, OnceOnly.First first) {
        if (!first.stands(wish.request().text())) {
            throw new CartRefusal.KeyReused();
        }
        var id = first.answer() == null ? keyId : first.answer();
        try (var waiter = waiters.on(id)) {
            return checkouts.join(id).map(it -> answer(id, it, waiter, true));
        }
    }

    /// The checkout of another request is this one's, too.
    private Optional<Answer> follow(Wish wish, @Nullable String keyId, String id) {
        try (var waiter = waiters.on(id)) {
            var joined = keyId == null
                    ? checkouts.join(id)
                    : checkouts.join(id, keyId, wish.request().text());
            if (joined.isPresent() && joined.get().taken()) {
                return Optional.empty(); // The key was used at this moment, perhaps for another request.
            }
            var outcome = joined.map(Checkouts.Joined::outcome).orElse(null);
            if (joined.isEmpty() || outcome != null) {
                // It ended since; should its mark still be on the cart, nobody else would take it off.
                var _ = carts.change(wish.customerId(), "", it -> ended(it.cart(), id, outcome));
            }
            return joined.map(it -> answer(id, it, waiter, false));
        }
    }

    private Cart ended(Cart cart, String id, @Nullable Outcome outcome) {
        if (!id.equals(cart.pendingCheckout()) || !(outcome instanceof Outcome.Placed)) {
            return cart.rejected(id);
        }
        var bought = checkouts.find(id).map(Checkout::quantities).orElse(Map.of());
        return cart.placed(id, bought, clock.instant());
    }

    private Optional<String> justPlaced(Cart cart, Instant at) {
        return Optional.ofNullable(cart.placed())
                .filter(it -> at.isBefore(it.at().plus(settings.doubleClick())))
                .map(Cart.Placed::checkoutId);
    }

    private Optional<Answer> begin(Wish wish, @Nullable String keyId, Basket basket) {
        var now = clock.instant();
        var inForce = policy.get();
        var quote = basket.quoteOfAll(inForce.policy(), wish.request().region(), now);
        var id = keyId == null ? CheckoutIds.of(wish.customerId(), basket.cart()) : keyId;
        if (!wish.request().expects(quote.total().amount())) {
            return refuse(wish, keyId, id, quote);
        }
        var event = CheckoutRequested.of(
                id, wish.customerId(), basket, quote, inForce.version(), wish.request(), now, settings.expiry());
        try (var pass = gate.enter(id)) {
            return begin(wish, event, basket.cart(), pass);
        }
    }

    private Optional<Answer> begin(Wish wish, CheckoutRequested event, Cart cart, CheckoutGate.Pass pass) {
        var id = event.orderId();
        var announcement = new Announcement(Ids.next().toString(), id, event.requestedAt(), json.write(event));
        try (var waiter = waiters.on(id)) { // Before anybody can hear of the checkout, or its outcome might come first.
            return switch (checkouts.begin(
                    event, announcement, cart, wish.request().text())) {
                case BEGUN -> {
                    pass.begun();
                    tell.tell(announcement);
                    yield Optional.of(answer(id, new Checkouts.Joined(false, null), waiter, false));
                }
                case EXISTS -> {
                    mark(wish.customerId(), id);
                    yield Optional.empty();
                }
                case CART_CHANGED -> Optional.empty();
            };
        }
    }

    /// This very cart was checked out, its outcome is known, and only the mark is gone: Redis died with the last
    /// second of its log unwritten. It gets the mark back, and is settled like any other.
    private void mark(String customerId, String id) {
        var _ = carts.change(customerId, "", it -> {
            var cart = it.cart();
            var same = cart.pendingCheckout() == null
                    && CheckoutIds.of(customerId, cart).equals(id);
            return same ? cart.checkingOut(id) : cart;
        });
    }

    private Optional<Answer> refuse(Wish wish, @Nullable String keyId, String id, Quote quote) {
        var outcome = new Outcome.PriceChanged(
                String.valueOf(wish.request().expectedTotal()),
                quote.total().text(),
                quote.total().currency().getCurrencyCode());
        var known = keyId == null
                || checkouts.refuse(id, wish.customerId(), wish.request().text(), outcome);
        return known ? Optional.of(new Answer(id, outcome, false)) : Optional.empty();
    }

    /// Waits a moment for the outcome. What was passed to this replica may have got lost, so at the end it looks
    /// itself.
    private Answer answer(String id, Checkouts.Joined joined, Waiters.Waiter waiter, boolean replayed) {
        if (joined.outcome() != null) {
            return new Answer(id, joined.outcome(), replayed);
        }
        var outcome = waiter.within(settings.waiting())
                .or(() -> checkouts.find(id).map(Checkout::outcome))
                .orElse(null);
        return new Answer(id, outcome, replayed);
    }
}
