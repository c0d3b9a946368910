package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/// Forgets what customers chose and which devices they have, and lets the other features forget, too.
@ApplicationScoped
class ForgetCustomers {

    private final CustomerLock lock;
    private final Preferences preferences;
    private final PushTokens pushTokens;
    private final Event<CustomersForgotten> forgotten;

    ForgetCustomers(
            CustomerLock lock, Preferences preferences, PushTokens pushTokens, Event<CustomersForgotten> forgotten) {
        this.lock = lock;
        this.preferences = preferences;
        this.pushTokens = pushTokens;
        this.forgotten = forgotten;
    }

    /// Inside the caller's transaction, which has erased or removed the recipients before: whoever waits for the lock
    /// meanwhile then sees that they are gone.
    void forget(List<String> customerIds) {
        if (customerIds.isEmpty()) {
            return;
        }
        lock.hold(customerIds);
        preferences.forget(customerIds);
        pushTokens.forget(customerIds);
        forgotten.fire(new CustomersForgotten(customerIds));
    }
}
