package shop.cart.checkout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;
import shop.cart.redis.RedisAway;

/// Tells checkouts again that have been without an outcome for long, until they have one. So whatever was lost on the
/// way, this service's own crash included, no checkout that was taken down stays in flight for ever.
@ApplicationScoped
class TellAgain {

    /// Whose turn it is comes round again later, whether or not this one succeeds; so replicas hardly do it twice.
    private static final String TAKE_DUE = """
            local due = {}
            for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 100)) do
              local found = redis.call('HMGET', 'checkout:' .. id, 'event', 'eventId', 'at')
              if found[1] then
                redis.call('ZADD', KEYS[1], ARGV[2], id)
                due[#due + 1] = id
                due[#due + 1] = found[1]
                due[#due + 1] = found[2]
                due[#due + 1] = found[3]
              else
                redis.call('ZREM', KEYS[1], id)
              end
            end
            return due
            """;
    private static final Logger LOG = Logger.getLogger(TellAgain.class);

    private final Redis redis;
    private final TellCheckout tell;
    private final CheckoutSettings settings;
    private final Clock clock;

    TellAgain(Redis redis, TellCheckout tell, CheckoutSettings settings, Clock clock) {
        this.redis = redis;
        this.tell = tell;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "{shop.checkout.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            for (var due = takeDue(); !due.isEmpty(); due = takeDue()) {
                tellAll(due);
            }
        } catch (RedisAway | CheckoutRefusal.NotAcknowledged e) {
            LOG.infof("Cannot tell checkouts again yet: %s", e.getMessage());
        }
    }

    private List<String> takeDue() {
        var now = clock.instant();
        return redis
                .run(new Call(
                        TAKE_DUE,
                        List.of(Checkouts.IN_FLIGHT),
                        Long.toString(now.toEpochMilli()),
                        Long.toString(now.plus(settings.toldAgain()).toEpochMilli())))
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private void tellAll(List<String> due) {
        for (int i = 0; i < due.size(); i += 4) {
            tell.tell(new Announcement(due.get(i + 2), due.get(i), Instant.parse(due.get(i + 3)), due.get(i + 1)));
        }
    }
}
