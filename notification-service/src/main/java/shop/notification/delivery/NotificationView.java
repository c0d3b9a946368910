package shop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A notification with what it says, to nobody in particular: who may see it need not see the customer's name.
///
/// @param subject and body: null where the customer is forgotten
public record NotificationView(
        @JsonUnwrapped Notification notification,
        @Nullable String subject,
        @Nullable String body) {}
