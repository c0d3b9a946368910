package shop.order.following;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.IncomingEvent;

/// Hears of every order on every replica, and tells it to those who follow it here.
@ApplicationScoped
class OrderNewsConsumer {

    private final Followers followers;
    private final CatchUp catchUp;
    private final ObjectMapper json;

    OrderNewsConsumer(Followers followers, CatchUp catchUp, ObjectMapper json) {
        this.followers = followers;
        this.catchUp = catchUp;
        this.json = json;
    }

    @Incoming("order-news")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var behind = new HashSet<Follower>();
        IncomingEvent.in(records).forEach(it -> tell(it, behind));
        catchUp.bring(behind);
    }

    private void tell(IncomingEvent source, Set<Follower> behind) {
        try {
            var orderId = UUID.fromString(String.valueOf(source.key()));
            var those = followers.of(orderId);
            if (!those.isEmpty()) {
                var event = event(orderId, source);
                those.stream().filter(it -> !it.tell(event)).forEach(behind::add);
            }
        } catch (IncomingEvent.Unreadable | IllegalArgumentException _) {
            // No event of this service; what it may have meant is in the history.
        }
    }

    private FollowedEvent event(UUID orderId, IncomingEvent source) {
        var sequence = source.as(Numbered.class, json).sequence();
        var text = new String(source.source().value(), StandardCharsets.UTF_8);
        return new FollowedEvent(orderId, sequence, String.valueOf(source.type()), text);
    }

    private record Numbered(int sequence) {}
}
