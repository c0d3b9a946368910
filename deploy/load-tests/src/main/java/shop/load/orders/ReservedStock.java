package shop.load.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Checkouts whose stock is reserved, as inventory tells them; the same in every run.
final class ReservedStock {

    private static final String ALLOCATION = """
            {"productId":"LOAD-%d","warehouseId":"MAIN","quantity":5}""";
    private static final String LINE = """
            {"productId":"LOAD-%d","name":"A product with a name","quantity":5,"unitPrice":"19.99","discount":"9.99",\
            "total":"89.96","explanation":[{"rule":"BULK","amount":"9.99"}]}""";
    private static final String RESERVED = """
            {"orderId":"%1$s","fingerprint":"6c1f4f0b7d0e4a55","allocations":[%2$s],"checkout":{"orderId":"%1$s",\
            "customerId":"%3$s","cartId":"019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a","lines":[%4$s],"subtotal":"%5$s",\
            "discount":"%6$s","total":"%7$s","currency":"USD","region":"EU","addressId":"home",\
            "fingerprint":"6c1f4f0b7d0e4a55","requestedAt":"2026-11-27T10:15:30Z","expiresAt":"%8$s"}}""";

    private final SplittableRandom random;
    private final int customers;

    /// @param customers of how many somebody buys
    ReservedStock(long seed, int customers) {
        random = new SplittableRandom(seed);
        this.customers = customers;
    }

    /// A new one; its key is the order's id.
    ProducerRecord<String, byte[]> next(int lines) {
        var orderId = new UUID(random.nextLong(), random.nextLong()).toString();
        var json = RESERVED.formatted(
                orderId,
                each(lines, ALLOCATION),
                Filling.customerId(random.nextInt(customers)),
                each(lines, LINE),
                amount(9995, lines),
                amount(999, lines),
                amount(8996, lines),
                Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS));
        var record = new ProducerRecord<>("inventory.reservations.v1", orderId, json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "StockReserved".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", ("reserved-" + orderId).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String each(int lines, String format) {
        return IntStream.range(0, lines).mapToObj(format::formatted).collect(Collectors.joining(","));
    }

    private static String amount(int cents, int lines) {
        return "%d.%02d".formatted(cents * lines / 100, cents * lines % 100);
    }
}
