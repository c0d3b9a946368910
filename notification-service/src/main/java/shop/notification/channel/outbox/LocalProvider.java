package shop.notification.channel.outbox;

import shop.contracts.sql.DatabaseRefused;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;

/// Stands in for a provider: takes every message and keeps it in the [Outbox].
record LocalProvider(Channel channel, Outbox outbox) implements Provider {

    static final String NAME = "local";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var providerMessageId = "local-" + dispatch.idempotencyKey();
        try {
            outbox.take(NewMessage.of(channel, dispatch), providerMessageId);
            return new Outcome.Accepted(providerMessageId);
        } catch (DatabaseRefused _) {
            return new Outcome.AnswerLost("the outbox did not answer");
        }
    }
}
