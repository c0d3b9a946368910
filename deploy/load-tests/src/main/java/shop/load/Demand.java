package shop.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What the customers of a benchmark want: one of so many products in each line.
///
/// @param products how many there are for each line; 1 is a flash sale
record Demand(String name, int products, int lines) {

    private static final String LINE = """
            {"productId":"%s","name":"A product with a name","quantity":1,"unitPrice":"999.99","discount":"0.00",\
            "total":"999.99","explanation":[]}""";
    private static final String CHECKOUT = """
            {"orderId":"%s","customerId":"alice","cartId":"019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a","lines":[%s],\
            "subtotal":"999.99","discount":"0.00","total":"999.99","currency":"USD","region":"EU","addressId":"home",\
            "fingerprint":"6c1f4f0b7d0e4a55","requestedAt":"2026-11-27T10:15:30Z","expiresAt":"%s"}""";

    /// A new checkout, as the cart service would send it.
    ProducerRecord<String, byte[]> checkout() {
        var orderId = UUID.randomUUID().toString();
        var expiresAt = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        var wanted = IntStream.range(0, lines)
                .mapToObj(line -> LINE.formatted(
                        productId(line, ThreadLocalRandom.current().nextInt(products))))
                .collect(Collectors.joining(","));
        var json = CHECKOUT.formatted(orderId, wanted, expiresAt).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>("cart.checkouts.v1", orderId, json);
        record.headers().add("ce_type", "CheckoutRequested".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /// The stock for it, as lines of an import: more than anybody will ask for.
    String stock() {
        return IntStream.range(0, lines)
                .boxed()
                .flatMap(line -> IntStream.range(0, products).mapToObj(it -> productId(line, it)))
                .map("{\"productId\":\"%s\",\"onHand\":1000000000}\n"::formatted)
                .collect(Collectors.joining());
    }

    private String productId(int line, int number) {
        return "%s-%d-%05d".formatted(name.replaceAll("[^A-Za-z0-9]", "-"), line, number);
    }
}
