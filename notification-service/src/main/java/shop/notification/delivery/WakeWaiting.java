package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import shop.notification.recipient.PreferencesChanged;

/// Looks again at what waits for the end of quiet hours when its customer has changed them.
@ApplicationScoped
class WakeWaiting {

    private final Claims claims;

    WakeWaiting(Claims claims) {
        this.claims = claims;
    }

    void on(@Observes PreferencesChanged changed) {
        claims.wake(List.of(changed.customerId()));
    }
}
