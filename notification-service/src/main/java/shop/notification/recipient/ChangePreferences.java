package shop.notification.recipient;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Preconditions;
import shop.contracts.http.Problems;
import shop.notification.channel.Channel;

/// Changes what customers want and which devices they have, one change of a customer at a time.
///
/// Nothing is kept of an erased customer: 404. One that nobody knows may choose, as the event that tells of them
/// may be late.
@ApplicationScoped
class ChangePreferences {

    private final CustomerLock lock;
    private final Recipients recipients;
    private final Preferences preferences;
    private final PushTokens pushTokens;
    private final Event<PreferencesChanged> changed;

    ChangePreferences(
            CustomerLock lock,
            Recipients recipients,
            Preferences preferences,
            PushTokens pushTokens,
            Event<PreferencesChanged> changed) {
        this.lock = lock;
        this.recipients = recipients;
        this.preferences = preferences;
        this.pushTokens = pushTokens;
        this.changed = changed;
    }

    /// Replaces all choices, and the push tokens where the wish names them.
    ///
    /// @param ifMatch the ETag that the customer has read; null where they do not mind what was there
    Preference replace(String customerId, @Nullable String ifMatch, Wish wish) {
        return alone(customerId, () -> {
            refuseErased(customerId);
            if (ifMatch != null) {
                Preconditions.ifMatch(ifMatch, current(customerId).version());
            }
            wish.tokens().ifPresent(it -> pushTokens.replace(customerId, it));
            changed.fire(new PreferencesChanged(customerId));
            return preferences.choose(customerId, wish.choices());
        });
    }

    void register(String customerId, PushToken token) {
        alone(customerId, () -> {
            refuseErased(customerId);
            pushTokens.add(customerId, token);
            return token;
        });
    }

    /// Turns the reminders of carts off on these channels. Who asks for it follows a link that was sent to them,
    /// so that they were known: where they are not any more they have been removed, and nothing is written of
    /// them.
    void stopReminders(String customerId, Collection<Channel> channels) {
        alone(customerId, () -> {
            var recipient = recipients.of(List.of(customerId)).get(customerId);
            var before = current(customerId).choices();
            var after = before.withoutReminders(channels);
            if (recipient != null && !recipient.erased() && !after.equals(before)) {
                preferences.choose(customerId, after);
            }
            return customerId;
        });
    }

    Preference current(String customerId) {
        return Objects.requireNonNull(preferences.of(List.of(customerId)).get(customerId));
    }

    private void refuseErased(String customerId) {
        var recipient = recipients.of(List.of(customerId)).get(customerId);
        if (recipient != null && recipient.erased()) {
            throw Problems.notFound("customer", customerId);
        }
    }

    private <T> T alone(String customerId, Supplier<T> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            lock.hold(List.of(customerId));
            return change.get();
        });
    }
}
