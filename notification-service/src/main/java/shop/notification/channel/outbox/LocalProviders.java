package shop.notification.channel.outbox;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import shop.notification.channel.Channel;
import shop.notification.channel.Provider;

/// A local provider for each channel to customers.
class LocalProviders {

    @Produces
    @Singleton
    Provider email(Outbox outbox) {
        return new LocalProvider(Channel.EMAIL, outbox);
    }

    @Produces
    @Singleton
    Provider sms(Outbox outbox) {
        return new LocalProvider(Channel.SMS, outbox);
    }

    @Produces
    @Singleton
    Provider push(Outbox outbox) {
        return new LocalProvider(Channel.PUSH, outbox);
    }
}
