package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import shop.notification.channel.Dispatch;
import shop.notification.message.Messages;
import shop.notification.message.Reader;
import shop.notification.message.ShopEvent;
import shop.notification.recipient.Unsubscribing;

/// Writes the message of a claim for the one who gets it.
@ApplicationScoped
class Writing {

    private final Messages messages;
    private final Unsubscribing unsubscribing;

    Writing(Messages messages, Unsubscribing unsubscribing) {
        this.messages = messages;
        this.unsubscribing = unsubscribing;
    }

    Dispatch write(Claim claim, ShopEvent event, Admission admission) {
        var contact = admission.contact(claim);
        var unsubscribe = claim.kind().isReminder() && admission.notifier().isForCustomers()
                ? unsubscribing.linkFor(claim.customerId()).orElse(null)
                : null;
        var reader = admission.notifier().isForCustomers()
                ? new Reader(
                        admission.preference().language(),
                        admission.preference().timeZone(),
                        contact.name(),
                        unsubscribe)
                : Reader.ANYBODY;
        return new Dispatch(
                claim.notificationId(),
                claim.kind(),
                claim.storyId(),
                claim.requestedAt(),
                contact,
                messages.write(event, reader),
                unsubscribe);
    }
}
