package shop.cart.cart;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import shop.cart.cart.CartEvent.Kind;
import shop.cart.json.Json;
import shop.cart.redis.RedisAway;
import shop.contracts.event.EventSender;
import shop.contracts.event.EventSenders;
import shop.contracts.event.NotSent;

/// Tells customers that their carts are about to expire, and that they have. Any number of replicas may do it.
@ApplicationScoped
@Startup
class CartExpiry {

    private static final Logger LOG = Logger.getLogger(CartExpiry.class);

    private final IdleCarts carts;
    private final EventSender sender;
    private final CartSettings settings;
    private final Clock clock;
    private final Json json;

    CartExpiry(IdleCarts carts, EventSenders senders, CartSettings settings, Clock clock, Json json) {
        this.carts = carts;
        this.sender = senders.of("carts");
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    @Scheduled(every = "{shop.cart.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            tellExpiring();
            tellExpired();
        } catch (RedisAway | NotSent e) {
            LOG.infof("Cannot tell of idle carts yet: %s", e.getMessage());
        }
    }

    private void tellExpiring() {
        var now = clock.instant();
        while (carts.more(now)) {
            var taken = carts.takeExpiring(now);
            tell(Kind.EXPIRING, taken);
            carts.toldExpiring(taken);
        }
    }

    private void tellExpired() {
        var now = clock.instant();
        for (var taken = carts.takeExpired(now); !taken.isEmpty(); taken = carts.takeExpired(now)) {
            tell(Kind.EXPIRED, taken);
            carts.toldExpired(taken);
        }
    }

    /// Returns when the broker has them; throws [NotSent] where it may not.
    private void tell(Kind kind, List<IdleCart> idle) {
        if (idle.isEmpty()) {
            return;
        }
        var products = carts.productsOf(idle);
        sender.sendAll(idle.stream()
                .map(it -> CartEvent.of(kind, it, it.lastActivity().plus(settings.idle()), products)
                        .outgoing(json))
                .toList());
    }
}
