package shop.load.orders;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Hears from the topic what happens to certain orders, and when it came.
final class OrderNews implements AutoCloseable {

    static final String PLACED = "OrderPlaced";
    static final String CONFIRMED = "OrderConfirmed";
    static final String SHIPPED = "OrderShipped";
    static final String DELIVERED = "OrderDelivered";

    private static final String TOPIC = "order.orders.v1";
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Map<String, Long>> heard = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile Set<String> expected = Set.of();
    private volatile boolean closed;

    /// Hears what is told from now on.
    OrderNews(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().daemon().name("order-news").start(this::read);
    }

    /// Forgets what was heard, and keeps from now on what is told of these.
    void expect(Collection<String> orderIds) {
        expected = Set.copyOf(orderIds);
        heard.clear();
    }

    /// Returns when so many orders have had this event. Throws where nothing more is heard for a minute.
    void await(String type, int orders) {
        var moved = System.nanoTime();
        for (int last = 0, now = of(type).size(); now < orders; now = of(type).size()) {
            moved = now == last ? moved : System.nanoTime();
            last = now;
            if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
                throw new IllegalStateException("%s was heard of %d orders instead of %d, and no more for %d s"
                        .formatted(type, now, orders, STANDSTILL.toSeconds()));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// When the last of these events came, by the clock of [System#nanoTime()].
    long last(String type) {
        return of(type).values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /// When this event of this order came.
    OptionalLong at(String type, String orderId) {
        var at = of(type).get(orderId);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Long> of(String type) {
        return heard.computeIfAbsent(type, _ -> new ConcurrentHashMap<>());
    }

    private void read() {
        while (!closed) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                keep(record, System.nanoTime());
            }
        }
        consumer.close();
    }

    /// What is told again was heard already.
    private void keep(ConsumerRecord<String, byte[]> event, long now) {
        if (expected.contains(event.key())) {
            of(type(event)).putIfAbsent(event.key(), now);
        }
    }

    private static String type(ConsumerRecord<String, byte[]> event) {
        var header = event.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
