package shop.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import shop.load.measure.Latencies;

/// Sends checkouts and sees them answered: the cart service and the order service, as inventory sees them.
final class ReservationTraffic implements AutoCloseable {

    private static final String ANSWERS = "inventory.reservations.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<Integer, List<Long>> answered = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread reader;
    private volatile boolean closed;

    ReservationTraffic(String broker) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer());
        reader = Thread.ofPlatform().daemon().name("answers").start(this::read);
    }

    /// Sends so many as fast as it can; returns when the broker has them.
    void send(Demand demand, int count) {
        for (int i = 0; i < count; i++) {
            send(demand, System.nanoTime());
        }
        producer.flush();
    }

    /// Sends at an even rate, whatever the answers do: a slow service meets the next customer all the same.
    void send(Demand demand, double perSecond, Duration time) {
        var begin = System.nanoTime();
        var count = (long) (perSecond * time.toNanos() / 1e9);
        for (long i = 0; i < count; i++) {
            var due = begin + (long) (i * 1e9 / perSecond);
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send(demand, due);
        }
    }

    /// Sends for so long, as fast as the answers allow: never more than these are open.
    void sendWithin(Demand demand, int mostOpen, Duration time) {
        for (var end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            if (open.get() < mostOpen) {
                send(demand, System.nanoTime());
            } else {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    /// Waits until all are answered; returns how long each took, by partition.
    Map<Integer, Latencies> answers() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (open.get() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d checkouts were not answered".formatted(open.get()));
            }
            LockSupport.parkNanos(1_000_000);
        }
        synchronized (answered) {
            var latencies = new TreeMap<Integer, Latencies>();
            answered.forEach((partition, nanos) -> latencies.put(partition, Latencies.of(nanos)));
            answered.clear();
            return latencies;
        }
    }

    static Latencies all(Map<Integer, Latencies> byPartition) {
        var nanos = new ArrayList<Long>();
        byPartition.values().forEach(it -> {
            for (var each : it.nanos()) {
                nanos.add(each);
            }
        });
        return Latencies.of(nanos);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    /// @param due when the customer asked: a sender that is late makes them wait too
    private void send(Demand demand, long due) {
        var record = demand.checkout();
        open.incrementAndGet();
        sent.put(record.key(), due);
        producer.send(record);
    }

    private void read() {
        var partitions = consumer.partitionsFor(ANSWERS).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        while (!closed) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                keep(record, System.nanoTime());
            }
        }
        consumer.close();
    }

    /// A checkout and its answer have the same key, hence the same partition of their topics.
    private void keep(ConsumerRecord<String, byte[]> answer, long now) {
        var sentAt = sent.remove(answer.key());
        if (sentAt != null) {
            synchronized (answered) {
                answered.computeIfAbsent(answer.partition(), _ -> new ArrayList<>())
                        .add(now - sentAt);
            }
            open.decrementAndGet();
        }
    }
}
