package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells customers by e-mail.
@ApplicationScoped
class EmailNotifier implements Notifier {

    private final List<Provider> providers;

    EmailNotifier(Providers providers) {
        this.providers = providers.of(Channel.EMAIL);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<Provider> providers() {
        return providers;
    }

    @Override
    public @Nullable String unreachable(Contact contact) {
        return contact.email() == null ? "no e-mail address" : null;
    }
}
