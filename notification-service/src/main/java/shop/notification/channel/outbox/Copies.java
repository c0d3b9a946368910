package shop.notification.channel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import shop.contracts.sql.DatabaseRefused;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;

/// Keeps copies of what other providers took, where that is wanted: for people who try the shop out.
@ApplicationScoped
public class Copies {

    private static final Logger LOG = Logger.getLogger(Copies.class);

    private final Outbox outbox;
    private final boolean areKept;

    Copies(Outbox outbox, @ConfigProperty(name = "shop.notification.outbox.copies") boolean areKept) {
        this.outbox = outbox;
        this.areKept = areKept;
    }

    /// The provider, whose messages are copied if that is wanted.
    public Provider of(Provider provider) {
        return areKept && !provider.name().equals(LocalProvider.NAME) ? new Copied(provider) : provider;
    }

    boolean areKept() {
        return areKept;
    }

    private final class Copied implements Provider {

        private final Provider provider;

        private Copied(Provider provider) {
            this.provider = provider;
        }

        @Override
        public String name() {
            return provider.name();
        }

        @Override
        public Channel channel() {
            return provider.channel();
        }

        @Override
        public int calls(Dispatch dispatch) {
            return provider.calls(dispatch);
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            var outcome = provider.send(dispatch);
            if (outcome instanceof Outcome.Accepted(var providerMessageId)) {
                copy(dispatch, String.valueOf(providerMessageId));
            }
            return outcome;
        }

        /// It is sent, whether there is a copy or not.
        private void copy(Dispatch dispatch, String providerMessageId) {
            try {
                outbox.take(NewMessage.of(channel(), dispatch), providerMessageId);
            } catch (DatabaseRefused e) {
                LOG.warnf("No copy of %s: %s", dispatch.notificationId(), e.getMessage());
            }
        }
    }
}
