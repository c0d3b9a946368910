package shop.notification;

import java.util.UUID;
import shop.notification.Broker.AnEvent;

/// A customer as order-service tells of them.
public record ACustomer(String id) {

    public static ACustomer any() {
        return new ACustomer("c-" + UUID.randomUUID());
    }

    public String email() {
        return id + "@example.com";
    }

    public AnEvent changed(int version) {
        return changed(version, email());
    }

    public AnEvent changed(int version, String email) {
        return event("""
                {"customerId": "%s", "version": %d, "erased": false, "name": "Ann Miller", "email": "%s",
                 "phone": "+4915112345678", "membership": "NONE"}
                """.formatted(id, version, email));
    }

    public AnEvent erased(int version) {
        return event("{\"customerId\": \"%s\", \"version\": %d, \"erased\": true}".formatted(id, version));
    }

    public AnEvent tombstone() {
        return AnEvent.of("order.customers.v1", id, "CustomerChanged", null);
    }

    private AnEvent event(String json) {
        return AnEvent.of("order.customers.v1", id, "CustomerChanged", json);
    }
}
