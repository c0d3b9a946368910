package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Another feature that forgets customers, or fails to.
@ApplicationScoped
class ForgottenProbe {

    private final Set<String> customerIds = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    void on(@Observes CustomersForgotten forgotten) {
        if (forgotten.customerIds().stream().anyMatch(refused::contains)) {
            throw new IllegalStateException("cannot forget");
        }
        customerIds.addAll(forgotten.customerIds());
    }

    Set<String> customerIds() {
        return Set.copyOf(customerIds);
    }

    void refuse(String customerId) {
        refused.add(customerId);
    }
}
