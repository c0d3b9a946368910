package shop.notification.channel;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The local provider of SMS and push, which tests can break for one channel.
@Alternative
@Priority(1)
@ApplicationScoped
public class SwitchableProvider extends LocalProvider {

    private final Map<Channel, Function<Dispatch, Outcome>> broken = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public void breakDown(Channel channel, Function<Dispatch, Outcome> behaviour) {
        broken.put(channel, behaviour);
    }

    public void repair() {
        broken.clear();
    }

    /// The notifications that it took, each as often as it took it.
    public List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    Outcome take(Channel channel, Dispatch dispatch) {
        var behaviour = broken.get(channel);
        if (behaviour != null) {
            return behaviour.apply(dispatch);
        }
        taken.add(dispatch.notificationId());
        return super.take(channel, dispatch);
    }
}
