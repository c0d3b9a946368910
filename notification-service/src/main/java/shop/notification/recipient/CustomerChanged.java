package shop.notification.recipient;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What this service reads of a customer's change. Personal data: the text form shows none of it.
record CustomerChanged(
        String customerId,
        long version,
        boolean erased,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    CustomerChanged {
        Objects.requireNonNull(customerId, "customerId is missing");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "CustomerChanged[%s, version %d]".formatted(customerId, version);
    }
}
