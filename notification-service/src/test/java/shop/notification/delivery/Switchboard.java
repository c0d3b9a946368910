package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;

/// The providers of SMS and push in these tests, which take every message until they are broken.
@ApplicationScoped
class Switchboard {

    static final String NAME = "switchboard";

    private final Map<Channel, Function<Dispatch, Outcome>> broken = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Produces
    @Singleton
    Provider sms() {
        return new Line(Channel.SMS);
    }

    @Produces
    @Singleton
    Provider push() {
        return new Line(Channel.PUSH);
    }

    void breakDown(Channel channel, Function<Dispatch, Outcome> behaviour) {
        broken.put(channel, behaviour);
    }

    void repair() {
        broken.clear();
    }

    /// The notifications that were taken, each as often as it was.
    List<String> taken() {
        return List.copyOf(taken);
    }

    private Outcome take(Channel channel, Dispatch dispatch) {
        var behaviour = broken.get(channel);
        if (behaviour != null) {
            return behaviour.apply(dispatch);
        }
        taken.add(dispatch.notificationId());
        return new Outcome.Accepted("switched-" + dispatch.idempotencyKey());
    }

    private final class Line implements Provider {

        private final Channel channel;

        private Line(Channel channel) {
            this.channel = channel;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            return take(channel, dispatch);
        }
    }
}
