package shop.notification.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.notification.message.Kind;

/// Observes what happens and tells it on one channel; the extension point of this service. Any CDI bean of this type
/// takes part: nothing else has to know of it.
public interface Notifier {

    Channel channel();

    /// Those who carry its messages, in the order in which they are tried.
    List<Provider> providers();

    /// Whether it tells of this kind where customers chose nothing.
    default boolean tells(Kind kind) {
        return true;
    }

    /// Whether customers choose if they are told by it; one that tells the shop itself asks nobody.
    default boolean isForCustomers() {
        return true;
    }

    /// Why nobody can be reached at this contact, free of personal data; null where somebody can.
    @Nullable
    String unreachable(Contact contact);
}
