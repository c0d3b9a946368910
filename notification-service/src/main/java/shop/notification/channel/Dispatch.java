package shop.notification.channel;

import java.time.Instant;

/// One message on its way to one customer.
///
/// @param requestedAt when it was asked for: the same on every retry, another after a resend
public record Dispatch(String notificationId, Instant requestedAt, Contact to, String subject, String body) {

    /// Names this message towards a provider: the same on every retry, so that a provider or a mail program that sees
    /// it
    /// twice can tell. Letters, digits, dots and dashes only.
    public String idempotencyKey() {
        return notificationId.replaceAll("[^A-Za-z0-9-]", ".") + "." + requestedAt.toEpochMilli();
    }
}
