package shop.notification.channel.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// A message that a local provider took. Personal data: the text form shows none of it.
///
/// @param to an address; of push, those of all devices
/// @param html of mails only
/// @param providerMessageId the same where the message came twice
public record OutboxMessage(
        String id,
        Channel channel,
        String customerId,
        String notificationId,
        Kind kind,
        UUID storyId,
        List<String> to,
        String subject,
        String text,
        @Nullable String html,
        String providerMessageId,
        Instant takenAt) {

    @Override
    public String toString() {
        return "OutboxMessage[" + id + "]";
    }
}
