package shop.load.orders;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Reserved checkouts on their topic, and the orders that come of them.
final class Backlog implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final OrderNews news;
    private final ReservedStock stock;

    Backlog(String broker, OrderNews news, ReservedStock stock) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        this.news = news;
        this.stock = stock;
    }

    /// Sends so many, and returns the orders' ids when the broker has them all. From the first on their news are kept.
    List<String> send(int count, int lines) {
        var records = Stream.generate(() -> stock.next(lines)).limit(count).toList();
        var orderIds = records.stream().map(ProducerRecord::key).toList();
        news.expect(orderIds);
        records.forEach(producer::send);
        producer.flush();
        return orderIds;
    }

    /// So many new orders of one line each, which are paid and can be shipped. Their news are kept.
    List<String> confirmed(int count) {
        var orderIds = send(count, 1);
        news.await(OrderNews.CONFIRMED, count);
        return orderIds;
    }

    @Override
    public void close() {
        producer.close();
    }
}
