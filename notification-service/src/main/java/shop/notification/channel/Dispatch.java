package shop.notification.channel;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.message.Kind;
import shop.notification.message.Message;

/// One message on its way to one customer. Personal data: its text form shows none of it.
///
/// @param storyId the order or the cart that it is about
/// @param requestedAt when it was asked for: the same on every retry, another after a resend
/// @param unsubscribe where the customer can say that they want no more of the kind
public record Dispatch(
        String notificationId,
        Kind kind,
        UUID storyId,
        Instant requestedAt,
        Contact to,
        Message message,
        @Nullable URI unsubscribe) {

    /// Names this message towards a provider: the same on every retry, so that a provider or a mail program that sees
    /// it twice can tell. Letters, digits, dots and dashes only.
    public String idempotencyKey() {
        return notificationId.replaceAll("[^A-Za-z0-9-]", ".") + "." + requestedAt.toEpochMilli();
    }

    @Override
    public String toString() {
        return "Dispatch[" + notificationId + "]";
    }
}
