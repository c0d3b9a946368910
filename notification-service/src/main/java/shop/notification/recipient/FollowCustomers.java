package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Keeps recipients as their customers are, and forgets those who are erased.
@ApplicationScoped
class FollowCustomers {

    private final Recipients recipients;
    private final ForgetCustomers forgetCustomers;

    FollowCustomers(Recipients recipients, ForgetCustomers forgetCustomers) {
        this.recipients = recipients;
        this.forgetCustomers = forgetCustomers;
    }

    /// Applies the events of one batch in their order, inside the caller's transaction.
    void follow(List<CustomerEvent> events) {
        var changed = new LinkedHashMap<String, Recipient>();
        var removed = new ArrayList<String>();
        for (var event : events) {
            switch (event) {
                case CustomerEvent.Changed(var recipient) ->
                    changed.merge(recipient.customerId(), recipient, (a, b) -> a.version() < b.version() ? b : a);
                case CustomerEvent.Removed(var customerId) -> {
                    changed.remove(customerId);
                    removed.add(customerId);
                }
                case CustomerEvent.Other() -> {}
            }
        }
        recipients.remove(removed);
        recipients.keep(List.copyOf(changed.values()));
        removed.addAll(erased(changed.values()));
        forgetCustomers.forget(List.copyOf(new LinkedHashSet<>(removed)));
    }

    private static List<String> erased(Collection<Recipient> changed) {
        return changed.stream()
                .filter(Recipient::erased)
                .map(Recipient::customerId)
                .toList();
    }
}
