package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Stands in for an SMS or push provider: takes every message and sends none. What it took stands in the list of
/// notifications, as `SENT` by the provider `local`.
@ApplicationScoped
class LocalProvider {

    static final String NAME = "local";

    Outcome take(Channel channel, Dispatch dispatch) {
        return new Outcome.Accepted(
                "local-" + channel.name().toLowerCase(Locale.ROOT) + "-" + dispatch.idempotencyKey());
    }
}
