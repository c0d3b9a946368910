package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import shop.contracts.event.Batches;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;

/// How many messages a second each channel's provider is given, by all replicas together: a row per channel says when
/// the next batch may begin, and whoever has sent one moves it on by the time that the batch is worth. So a batch may
/// go out at once, and the average holds.
@ApplicationScoped
class Rates {

    private static final String WAIT = """
            SELECT extract(epoch FROM free_at - now()) * 1000 FROM channel_rate WHERE channel = ? AND free_at > now()
            """;
    private static final String TAKE = """
            INSERT INTO channel_rate (channel, free_at) VALUES (?, now() + ? * interval '1 second')
            ON CONFLICT (channel) DO UPDATE
            SET free_at = greatest(channel_rate.free_at, now()) + (EXCLUDED.free_at - now())
            """;

    /// So soon a limit that was lifted is seen.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final Sql database;
    private final DeliverySettings settings;

    Rates(Sql database, DeliverySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Returns when the channel's provider may be given the next batch, or when the service stops.
    void await(Channel channel) {
        var wait = waitOf(channel);
        while (wait.isPositive() && slept(wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP)) {
            wait = waitOf(channel);
        }
    }

    /// So many messages were given to the provider. Within the transaction that records them.
    void take(Channel channel, long messages) {
        var perSecond = settings.perSecond().get(channel.name().toLowerCase(Locale.ROOT));
        if (perSecond != null && messages > 0) {
            database.update(TAKE, channel.name(), (double) messages / perSecond);
        }
    }

    private Duration waitOf(Channel channel) {
        var millis = Batches.untilItPasses(() -> QuarkusTransaction.requiringNew()
                .call(() -> database.first(WAIT, row -> row.getLong(1), channel.name())));
        return Duration.ofMillis(millis.map(it -> it + 1).orElse(0L));
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
