package shop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;

/// A notification that a worker holds for sending.
///
/// @param customerKnown whether the customer was known at the moment of the claim, when it was decided what it waits
/// for
/// @param attempts how often it was handed to a provider since it was asked for
/// @param lease until when it is held; also proves, when the result is recorded, that nobody else took over
record Claim(
        String notificationId,
        String customerId,
        boolean customerKnown,
        UUID orderId,
        int sequence,
        String subject,
        String body,
        int attempts,
        Instant requestedAt,
        Instant lease) {

    Dispatch to(Contact contact) {
        return new Dispatch(notificationId, requestedAt, contact, subject, body);
    }
}
