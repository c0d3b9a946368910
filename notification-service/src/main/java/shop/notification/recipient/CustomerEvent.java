package shop.notification.recipient;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import shop.contracts.event.IncomingEvent;

/// What `order.customers.v1` says.
sealed interface CustomerEvent {

    record Changed(Recipient recipient) implements CustomerEvent {}

    /// The tombstone: nothing of the customer is to be left.
    record Removed(String customerId) implements CustomerEvent {}

    record Other() implements CustomerEvent {}

    static CustomerEvent read(IncomingEvent event, ObjectMapper json) {
        var key = Objects.requireNonNull(event.key(), "key is missing");
        if (event.isTombstone()) {
            return new Removed(key);
        }
        if (!event.type().equals("CustomerChanged")) {
            return new Other();
        }
        var change = event.as(CustomerChanged.class, json);
        if (!change.customerId().equals(key)) { // The tombstone will come under the key, and must reach this row.
            throw new IllegalArgumentException("customerId is not the record's key");
        }
        return new Changed(Recipient.of(change));
    }
}
