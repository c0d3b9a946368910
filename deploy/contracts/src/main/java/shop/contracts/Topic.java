package shop.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The topics of the shop, with how long each keeps its records. `README.md` of this folder says who writes and
/// reads them.
public enum Topic {
    PRODUCTS("catalog.products.v1", Kept.COMPACTED, "catalog-service", "cart-service"),
    STOCK("inventory.stock.v1", Kept.COMPACTED, "catalog-service", "cart-service"),
    CHECKOUTS("cart.checkouts.v1", Kept.MONTH, "inventory-service"),
    CARTS("cart.carts.v1", Kept.WEEK, "notification-service"),
    RESERVATIONS("inventory.reservations.v1", Kept.MONTH_LARGE, "order-service", "cart-service"),
    ORDERS("order.orders.v1", Kept.MONTH, "inventory-service", "cart-service", "notification-service"),
    CUSTOMERS("order.customers.v1", Kept.COMPACTED_ERASABLE, "cart-service", "notification-service"),
    EMAIL("notification.email.v1", Kept.WEEK, "notification-service"),
    SMS("notification.sms.v1", Kept.WEEK, "notification-service"),
    PUSH("notification.push.v1", Kept.WEEK, "notification-service");

    private static final Pattern OF_A_CONSUMER = Pattern.compile("(.+)\\.[^.]+\\.(?:dlq|retry)");

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final String topicName;
    private final Kept kept;
    private final List<String> consumers;

    Topic(String topicName, Kept kept, String... consumers) {
        this.topicName = topicName;
        this.kept = kept;
        this.consumers = List.of(consumers);
    }

    /// The name on the broker: `<owner>.<noun>.v<major>`.
    public String topicName() {
        return topicName;
    }

    /// Its records name people: their values are kept nowhere else for long, and shown to nobody.
    public boolean isPersonal() {
        return kept == Kept.COMPACTED_ERASABLE;
    }

    /// Every topic of the suite by name, those of dead letters and of replays included, with its settings on the
    /// broker.
    public static Stream<Spec> all() {
        return Stream.of(values()).flatMap(Topic::withThoseOfItsConsumers);
    }

    /// What a consumer group reads, apart from what is replayed to it.
    public static Stream<Topic> consumedBy(String consumer) {
        return Stream.of(values()).filter(it -> it.consumers.contains(consumer));
    }

    /// Where a consumer group leaves the records of a topic that it could not handle.
    public static String deadLettersOf(String topicName, String consumer) {
        return topicName + "." + consumer + ".dlq";
    }

    /// Where dead letters of a consumer group are replayed to: this group alone reads it. On the topic that they
    /// came from, the others would get them again, and where it is compacted an old record would become the latest.
    public static String retriesOf(String topicName, String consumer) {
        return topicName + "." + consumer + ".retry";
    }

    /// The topic that a topic of dead letters or of replays belongs to; any other is its own.
    public static String sourceOf(String topicName) {
        var ofAConsumer = OF_A_CONSUMER.matcher(topicName);
        return ofAConsumer.matches() ? ofAConsumer.group(1) : topicName;
    }

    private Stream<Spec> withThoseOfItsConsumers() {
        return Stream.concat(
                Stream.of(new Spec(topicName, kept.settings, ANY_NUMBER)),
                consumers.stream().flatMap(this::topicsOf));
    }

    private Stream<Spec> topicsOf(String consumer) {
        var retries = isPersonal() ? Kept.PERSONAL_RETRIES : Kept.DEAD_LETTERS;
        return Stream.of(
                new Spec(deadLettersOf(topicName, consumer), Kept.DEAD_LETTERS.settings, ANY_NUMBER),
                new Spec(retriesOf(topicName, consumer), retries.settings, 1));
    }

    /// A topic as the broker should have it.
    ///
    /// @param settings Kafka's own topic settings
    /// @param mostPartitions one for replays: a group's partitions are shared out by their number, whatever their
    /// topic, so that with as many as its source has one replica could get all of these, which are empty, and
    /// another all of those
    public record Spec(String name, Map<String, String> settings, int mostPartitions) {}

    private enum Kept {
        COMPACTED(Map.of("cleanup.policy", "compact")),
        /// Holds personal data: what is erased must be gone within a day, its tombstone be seen for 30 days.
        COMPACTED_ERASABLE(Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", millis(30),
                "max.compaction.lag.ms", millis(1))),
        MONTH(Map.of("cleanup.policy", "delete", "retention.ms", millis(30))),
        /// An answer repeats a checkout of up to 1 MiB, the broker's usual limit, and says where each line comes
        /// from.
        MONTH_LARGE(Map.of("cleanup.policy", "delete", "retention.ms", millis(30), "max.message.bytes", mebibytes(4))),
        /// Room for the largest record and its cause.
        DEAD_LETTERS(Map.of("cleanup.policy", "delete", "retention.ms", millis(30), "max.message.bytes", mebibytes(5))),
        /// A replay copies personal data: a consumer has half a day for it, and within a day it is gone.
        PERSONAL_RETRIES(Map.of(
                "cleanup.policy", "delete",
                "retention.ms", hours(12),
                "segment.ms", hours(6),
                "max.message.bytes", mebibytes(5))),
        WEEK(Map.of("cleanup.policy", "delete", "retention.ms", millis(7)));

        private final Map<String, String> settings;

        Kept(Map<String, String> settings) {
            this.settings = settings;
        }

        private static String mebibytes(int count) {
            return Integer.toString(count << 20);
        }

        private static String millis(int days) {
            return Long.toString(Duration.ofDays(days).toMillis());
        }

        private static String hours(int count) {
            return Long.toString(Duration.ofHours(count).toMillis());
        }
    }
}
