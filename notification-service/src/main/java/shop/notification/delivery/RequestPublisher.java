package shop.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import shop.contracts.event.Batches;
import shop.contracts.event.EventSending;
import shop.contracts.event.OutgoingEvent;
import shop.notification.channel.Channel;

/// Puts each request onto the topic of its channel.
@ApplicationScoped
class RequestPublisher {

    private final Map<Channel, MutinyEmitter<byte[]>> emitters;
    private final ObjectMapper json;
    private final Clock clock;

    RequestPublisher(
            @org.eclipse.microprofile.reactive.messaging.Channel("email-requests")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> email,
            @org.eclipse.microprofile.reactive.messaging.Channel("sms-requests")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> sms,
            @org.eclipse.microprofile.reactive.messaging.Channel("push-requests")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> push,
            ObjectMapper json,
            Clock clock) {
        this.emitters = new EnumMap<>(Map.of(Channel.EMAIL, email, Channel.SMS, sms, Channel.PUSH, push));
        this.json = json;
        this.clock = clock;
    }

    /// Returns when the broker has every request; tries again for as long as it does not.
    void publish(List<NotificationRequested> requests) {
        emitters.forEach((channel, emitter) -> {
            var events = requests.stream()
                    .filter(it -> it.channel() == channel)
                    .map(this::event)
                    .toList();
            Batches.untilItPasses(() -> {
                EventSending.sendAll(emitter, events);
                return events;
            });
        });
    }

    OutgoingEvent event(NotificationRequested request) {
        try {
            return new OutgoingEvent(
                    request.notificationId(),
                    "NotificationRequested",
                    "/notification-service",
                    request.customerId(),
                    clock.instant(),
                    json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
