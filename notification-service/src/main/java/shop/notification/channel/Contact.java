package shop.notification.channel;

import org.jspecify.annotations.Nullable;

/// How a customer can be reached. Personal data: it lives as long as one sending, and its text form shows none of it.
public record Contact(
        String customerId, @Nullable String email, @Nullable String phone) {

    @Override
    public String toString() {
        return "Contact[" + customerId + "]";
    }
}
