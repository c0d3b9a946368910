package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;

/// Push through the local provider, addressed by customer until there are push tokens.
@ApplicationScoped
class PushNotifier implements Notifier {

    private final LocalProvider provider;

    PushNotifier(LocalProvider provider) {
        this.provider = provider;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public String provider() {
        return LocalProvider.NAME;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        return provider.take(Channel.PUSH, dispatch);
    }
}
