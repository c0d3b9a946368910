package shop.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A checkout whose stock inventory has reserved: two books for 99.98 USD, if nothing else is said.
public record ReservedCheckout(
        UUID orderId, String customerId, String name, String addressId, Instant expiresAt, String total) {

    public static ReservedCheckout aReservedCheckout() {
        var id = UUID.randomUUID();
        return new ReservedCheckout(
                id, "customer-" + id, "Book", "home", Instant.now().plusSeconds(300), "99.98");
    }

    public ReservedCheckout of(String customer) {
        return new ReservedCheckout(orderId, customer, name, addressId, expiresAt, total);
    }

    public ReservedCheckout named(String productName) {
        return new ReservedCheckout(orderId, customerId, productName, addressId, expiresAt, total);
    }

    public ReservedCheckout expiring(Instant at) {
        return new ReservedCheckout(orderId, customerId, name, addressId, at, total);
    }

    public String key() {
        return orderId.toString();
    }

    public void arrives() {
        arrive(this);
    }

    public static void arrive(ReservedCheckout... checkouts) {
        Topics.send(Arrays.stream(checkouts).map(ReservedCheckout::toRecord).toList());
    }

    public ProducerRecord<String, byte[]> toRecord() {
        return Topics.reservation(key(), "StockReserved", json().getBytes(StandardCharsets.UTF_8));
    }

    public String json() {
        return """
                {"orderId": "%1$s", "fingerprint": "f1", "newField": 1,
                 "allocations": [{"productId": "BOOK", "warehouseId": "MAIN", "quantity": 2}],
                 "checkout": {
                   "orderId": "%1$s", "customerId": "%2$s", "cartId": "019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a",
                   "lines": [{"productId": "BOOK", "name": "%3$s", "quantity": 2, "unitPrice": "49.99",
                     "discount": "0.00", "total": "%6$s", "explanation": []}],
                   "subtotal": "%6$s", "discount": "0.00", "total": "%6$s", "currency": "USD", "region": "EU",
                   "addressId": "%4$s", "fingerprint": "f1", "requestedAt": "2026-11-27T10:15:30Z",
                   "expiresAt": "%5$s"}}
                """.formatted(orderId, customerId, name, addressId, expiresAt, total);
    }
}
