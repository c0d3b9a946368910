package shop.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;

/// SMS through the local provider; real ones take its place by configuration later.
@ApplicationScoped
class SmsNotifier implements Notifier {

    private final LocalProvider provider;

    SmsNotifier(LocalProvider provider) {
        this.provider = provider;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String provider() {
        return LocalProvider.NAME;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        if (dispatch.to().phone() == null) {
            return new Outcome.Unreachable("no phone number");
        }
        return provider.take(Channel.SMS, dispatch);
    }
}
