package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells customers on the devices on which they use the shop's app.
@ApplicationScoped
class PushNotifier implements Notifier {

    private final List<Provider> providers;

    PushNotifier(Providers providers) {
        this.providers = providers.of(Channel.PUSH);
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public List<Provider> providers() {
        return providers;
    }

    @Override
    public @Nullable String unreachable(Contact contact) {
        return contact.pushTokens().isEmpty() ? "no device" : null;
    }
}
