package shop.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Contact;
import shop.notification.channel.Notifier;
import shop.notification.delivery.Result.Fate;
import shop.notification.message.ShopEvent;
import shop.notification.recipient.Preference;
import shop.notification.recipient.Recipient;

/// Whether a message may go out now. Plain Java.
///
/// @param recipient null where the customer is not known
/// @param event null where the customer is forgotten
record Admission(
        Notifier notifier,
        @Nullable Recipient recipient,
        Preference preference,
        @Nullable ShopEvent event,
        DeliveryRules rules) {

    /// Why it may not; null where it may.
    @Nullable
    Result refusal(Claim claim, Instant now) {
        var nobody = nobody(claim, now);
        if (nobody != null) {
            return nobody;
        }
        if (!preference.wants(notifier, claim.kind())) {
            return skipped(claim, "not wanted any more");
        }
        if (event != null && event.uselessFrom().filter(it -> !now.isBefore(it)).isPresent()) {
            return skipped(claim, "no news any more");
        }
        var unreachable = notifier.unreachable(contact(claim));
        return unreachable != null ? skipped(claim, unreachable) : quiet(claim, now);
    }

    Contact contact(Claim claim) {
        return recipient == null || !notifier.isForCustomers() ? Contact.none(claim.customerId()) : recipient.contact();
    }

    private @Nullable Result nobody(Claim claim, Instant now) {
        if (notifier.isForCustomers() && recipient != null && recipient.erased()) {
            return Result.unasked(claim, new Fate.Skipped(true), "customer erased");
        }
        if (notifier.isForCustomers() && (recipient == null || !claim.customerKnown())) {
            return rules.customerUnknown(claim, now);
        }
        return event == null ? Result.unasked(claim, new Fate.Skipped(true), "customer erased") : null;
    }

    private @Nullable Result quiet(Claim claim, Instant now) {
        if (claim.kind().mustNotWait() || !notifier.isForCustomers()) {
            return null;
        }
        return preference
                .quietUntil(now)
                .map(it -> Result.unasked(claim, new Fate.Waiting(Hold.QUIET_HOURS, it), "quiet hours"))
                .orElse(null);
    }

    private static Result skipped(Claim claim, String reason) {
        return Result.unasked(claim, new Fate.Skipped(false), reason);
    }
}
