package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.notification.message.Kind;

/// Tells customers by SMS, but not of their carts: such a reminder is advertising, and a telephone is not the place.
@ApplicationScoped
class SmsNotifier implements Notifier {

    private final List<Provider> providers;

    SmsNotifier(Providers providers) {
        this.providers = providers.of(Channel.SMS);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Provider> providers() {
        return providers;
    }

    @Override
    public boolean tells(Kind kind) {
        return !kind.isReminder();
    }

    @Override
    public @Nullable String unreachable(Contact contact) {
        return contact.phone() == null ? "no phone number" : null;
    }
}
