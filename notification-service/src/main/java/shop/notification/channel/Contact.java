package shop.notification.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a customer can be reached. Personal data: it lives as long as one sending, and its text form shows none of it.
///
/// @param pushTokens one for each device
public record Contact(
        String customerId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        List<String> pushTokens) {

    /// A customer of whom nothing is known but that there is one.
    public static Contact none(String customerId) {
        return new Contact(customerId, null, null, null, List.of());
    }

    @Override
    public String toString() {
        return "Contact[" + customerId + "]";
    }
}
