package shop.notification.recipient;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import shop.notification.channel.TokenExpired;

/// Forgets devices that a push service says have gone. On a thread of its own: whoever fires the event may be on one
/// that must not wait, or inside a transaction, and what it sends must not fail for this. Where it fails, the next
/// message to the device tries again.
@ApplicationScoped
class ExpiredTokens {

    private static final Logger LOG = Logger.getLogger(ExpiredTokens.class);

    private final PushTokens pushTokens;
    private final ExecutorService threads;

    ExpiredTokens(PushTokens pushTokens, @VirtualThreads ExecutorService threads) {
        this.pushTokens = pushTokens;
        this.threads = threads;
    }

    void on(@Observes TokenExpired expired) {
        threads.execute(() -> forget(expired));
    }

    void onAsync(@ObservesAsync TokenExpired expired) {
        on(expired);
    }

    private void forget(TokenExpired expired) {
        try {
            if (PushToken.isValid(expired.pushToken())) { // No other is kept.
                pushTokens.remove(expired.customerId(), new PushToken(expired.pushToken()));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "A push token of %s could not be forgotten", expired.customerId());
        }
    }
}
