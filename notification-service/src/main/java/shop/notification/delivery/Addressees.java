package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import shop.contracts.event.Batches;
import shop.notification.channel.Notifier;
import shop.notification.message.ShopEvent;
import shop.notification.recipient.Preference;
import shop.notification.recipient.Preferences;
import shop.notification.recipient.Recipient;
import shop.notification.recipient.Recipients;

/// Looks up whom claims are for. The contact data live no longer than the sending.
@ApplicationScoped
class Addressees {

    private final Recipients recipients;
    private final Preferences preferences;
    private final Facts facts;

    Addressees(Recipients recipients, Preferences preferences, Facts facts) {
        this.recipients = recipients;
        this.preferences = preferences;
        this.facts = facts;
    }

    Known of(List<Claim> claims) {
        var ids = claims.stream().map(Claim::customerId).distinct().toList();
        return Batches.untilItPasses(() -> new Known(recipients.of(ids), preferences.of(ids)));
    }

    Admission admission(Claim claim, Known known, Notifier notifier, DeliveryRules rules) {
        ShopEvent event = claim.facts() == null ? null : facts.read(claim.kind(), claim.facts());
        var recipient = known.recipients().get(claim.customerId());
        var preference = Objects.requireNonNull(known.preferences().get(claim.customerId()));
        return new Admission(notifier, recipient, preference, event, rules);
    }

    /// The customers of a batch of claims, as they were when it was claimed.
    record Known(Map<String, Recipient> recipients, Map<String, Preference> preferences) {

        @Override
        public String toString() {
            return "Known[%d recipients]".formatted(recipients.size());
        }
    }
}
