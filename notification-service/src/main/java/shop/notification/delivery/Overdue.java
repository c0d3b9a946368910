package shop.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import shop.contracts.sql.DatabaseRefused;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;

/// Counts the messages that should have been accepted by now and that no provider was even asked to take: no
/// histogram has them until they are.
@ApplicationScoped
@Startup
class Overdue {

    private static final Logger LOG = Logger.getLogger(Overdue.class);

    /// What is promised.
    private static final Duration PROMISED = Duration.ofSeconds(30);

    /// A backlog need not be counted to the last.
    private static final int MOST = 100_000;

    private final Sql database;
    private final Clock clock;
    private volatile Map<String, Long> overdue = Map.of();

    Overdue(Sql database, Notifiers notifiers, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        for (var channel : notifiers.channels()) {
            Gauge.builder("shop.notification.overdue", this, it -> it.on(channel))
                    .description("Messages that could have been sent for longer than is promised, and are not")
                    .tag("channel", channel.name())
                    .register(meters);
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        var sql = """
                SELECT channel, count(*) AS overdue FROM (
                    SELECT channel FROM queued_notification
                    WHERE created_at < ? AND sendable_at < ? AND state <> 'WAITING' AND attempts = 0
                    ORDER BY created_at LIMIT ?) late
                GROUP BY channel
                """;
        var since = clock.instant().minus(PROMISED);
        try {
            overdue =
                    database.query(sql, row -> Map.entry(row.getString(1), row.getLong(2)), since, since, MOST).stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DatabaseRefused e) {
            LOG.warnf("Cannot count what is overdue: %s", e.getMessage());
        }
    }

    private long on(Channel channel) {
        return overdue.getOrDefault(channel.name(), 0L);
    }
}
