package shop.inventory.reservation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import shop.inventory.Broker;

/// `aCheckout().of("SKU-1", 2)`
final class CheckoutBuilder {

    private UUID orderId = UUID.randomUUID();
    private String customerId = "alice";
    private @Nullable String region = "EU";
    private @Nullable String paymentMethod;
    private String fingerprint = "f1";
    private Instant expiresAt = Instant.now().plus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
    private final List<Checkout.Line> lines = new ArrayList<>();

    static CheckoutBuilder aCheckout() {
        return new CheckoutBuilder();
    }

    CheckoutBuilder of(String productId, int quantity) {
        lines.add(new Checkout.Line(productId, quantity));
        return this;
    }

    CheckoutBuilder withId(UUID orderId) {
        this.orderId = orderId;
        return this;
    }

    CheckoutBuilder by(String customerId) {
        this.customerId = customerId;
        return this;
    }

    CheckoutBuilder in(@Nullable String region) {
        this.region = region;
        return this;
    }

    CheckoutBuilder paidBy(String paymentMethod) {
        this.paymentMethod = paymentMethod;
        return this;
    }

    CheckoutBuilder withFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
        return this;
    }

    CheckoutBuilder expiringAt(Instant expiresAt) {
        this.expiresAt = expiresAt;
        return this;
    }

    Checkout build() {
        return new Checkout(orderId, customerId, region, fingerprint, expiresAt, List.copyOf(lines), json());
    }

    ProducerRecord<String, byte[]> record() {
        return Broker.record("cart.checkouts.v1", orderId.toString(), "CheckoutRequested", json());
    }

    String json() {
        return """
                {"orderId":"%s","customerId":"%s","cartId":"019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a","lines":[%s],
                "subtotal":"1.00","discount":"0.00","total":"1.00","currency":"USD",%s%s"fingerprint":"%s",
                "requestedAt":"2026-11-27T10:15:30Z","expiresAt":"%s"}
                """.formatted(
                        orderId,
                        customerId,
                        linesJson(),
                        optional("region", region),
                        optional("paymentMethod", paymentMethod),
                        fingerprint,
                        expiresAt);
    }

    private static String optional(String field, @Nullable String value) {
        return value == null ? "" : "\"%s\":\"%s\",".formatted(field, value);
    }

    private String linesJson() {
        return lines.stream()
                .map(it -> """
                        {"productId":"%s","name":"A product","quantity":%d,"unitPrice":"1.00","discount":"0.00",\
                        "total":"1.00","explanation":[]}""".formatted(it.productId(), it.quantity()))
                .collect(Collectors.joining(","));
    }
}
