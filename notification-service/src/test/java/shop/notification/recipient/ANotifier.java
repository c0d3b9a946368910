package shop.notification.recipient;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Notifier;
import shop.notification.channel.Provider;
import shop.notification.message.Kind;

/// A notifier that is plugged in.
record ANotifier(Channel channel, boolean isForCustomers, Set<Kind> told) implements Notifier {

    static ANotifier on(Channel channel) {
        return new ANotifier(channel, true, EnumSet.allOf(Kind.class));
    }

    ANotifier forTheShop() {
        return new ANotifier(channel, false, told);
    }

    ANotifier silentOf(Kind kind) {
        return new ANotifier(channel, isForCustomers, EnumSet.complementOf(EnumSet.of(kind)));
    }

    @Override
    public List<Provider> providers() {
        return List.of();
    }

    @Override
    public boolean tells(Kind kind) {
        return told.contains(kind);
    }

    @Override
    public @Nullable String unreachable(Contact contact) {
        return null;
    }
}
