package shop.notification.recipient;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import shop.notification.channel.Notifier;
import shop.notification.message.Kind;

/// What a customer wants to be told, where and when.
///
/// @param version 0 as long as the customer has chosen nothing
public record Preference(String customerId, long version, Choices choices) {

    static Preference byDefault(String customerId) {
        return new Preference(customerId, 0, Choices.DEFAULT);
    }

    /// Whether the customer is to be told of this kind by this notifier. One that is not for customers asks
    /// nobody.
    public boolean wants(Notifier notifier, Kind kind) {
        return notifier.isForCustomers() ? choices.want(notifier, kind) : notifier.tells(kind);
    }

    /// The end of the customer's quiet hours; empty where now is not in them.
    public Optional<Instant> quietUntil(Instant now) {
        return Optional.ofNullable(choices.quietHours()).flatMap(it -> it.endAfter(now, choices.timeZone()));
    }

    public ZoneId timeZone() {
        return choices.timeZone();
    }

    public Locale language() {
        return choices.language();
    }
}
