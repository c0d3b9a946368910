package shop.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.contracts.event.EventSender;
import shop.contracts.event.EventSenders;
import shop.contracts.event.OutgoingEvent;
import shop.notification.channel.Channel;

/// Puts each request onto the topic of its channel.
@ApplicationScoped
@Startup
class RequestPublisher {

    private static final Logger LOG = Logger.getLogger(RequestPublisher.class);

    /// Those that have a topic.
    static final Set<Channel> CHANNELS = Set.of(Channel.EMAIL, Channel.SMS, Channel.PUSH);

    private final Map<Channel, EventSender> senders;
    private final ObjectMapper json;
    private final Clock clock;

    RequestPublisher(EventSenders senders, ObjectMapper json, Clock clock) {
        this.senders = CHANNELS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), it -> senders.of(it.name().toLowerCase(Locale.ROOT) + "-requests")));
        this.json = json;
        this.clock = clock;
    }

    /// Returns when the broker has every request; tries again for as long as it does not. What it never takes is
    /// left to the sweep, which sends without a request.
    void publish(List<NotificationRequested> requests) {
        senders.forEach((channel, sender) -> {
            var events = requests.stream()
                    .filter(it -> it.channel().equals(channel))
                    .map(this::event)
                    .toList();
            Batches.handle(events, it -> sendAll(sender, it), RequestPublisher::leave);
        });
    }

    private static List<OutgoingEvent> sendAll(EventSender sender, List<OutgoingEvent> events) {
        sender.sendAll(events);
        return events;
    }

    private static List<OutgoingEvent> leave(OutgoingEvent event, RuntimeException cause) {
        LOG.errorf(cause, "The request of notification %s cannot be sent, the sweep will find it", event.id());
        return List.of();
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
