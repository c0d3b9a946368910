package shop.inventory.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import shop.contracts.Ids;
import shop.contracts.event.Batches;
import shop.contracts.event.EventSender;
import shop.contracts.event.EventSenders;
import shop.contracts.event.OutgoingEvent;

/// Sends what was decided to `inventory.reservations.v1`.
@ApplicationScoped
@Startup
class ReservationAnswers {

    private static final Logger LOG = Logger.getLogger(ReservationAnswers.class);
    private static final UUID EVENT_IDS = UUID.fromString("5b0a4c1e-6a1f-5f0c-9d57-3c1f5f7f3b52");

    private final EventSender sender;
    private final ObjectMapper json;
    private final Clock clock;

    ReservationAnswers(EventSenders senders, ObjectMapper json, Clock clock) {
        this.sender = senders.of("reservations");
        this.json = json;
        this.clock = clock;
    }

    /// Returns when the broker has all of them, however long that takes. One that it never takes is given up, as nobody
    /// can be told of it: its checkout expires.
    void sendUntilAcknowledged(List<? extends ReservationEvent> events) {
        Batches.handle(events.stream().map(this::outgoing).toList(), this::sendAll, ReservationAnswers::giveUp);
    }

    /// Tries once; throws [shop.contracts.event.NotSent] where the broker does not have all of them.
    void send(List<? extends ReservationEvent> events) {
        sender.sendAll(events.stream().map(this::outgoing).toList());
    }

    private List<OutgoingEvent> sendAll(List<OutgoingEvent> events) {
        sender.sendAll(events);
        return events;
    }

    private static List<OutgoingEvent> giveUp(OutgoingEvent event, RuntimeException cause) {
        LOG.errorf(cause, "%s of order %s can never be sent", event.type(), event.key());
        return List.of();
    }

    private OutgoingEvent outgoing(ReservationEvent event) {
        var type = event.getClass().getSimpleName();
        try {
            return new OutgoingEvent(
                    idOf(type, event.orderId()),
                    type,
                    "/inventory-service",
                    event.orderId(),
                    clock.instant(),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same fact of the same order is the same event, however often it is told.
    private static String idOf(String type, String orderId) {
        return Ids.of(EVENT_IDS, "%s/%s".formatted(type, orderId)).toString();
    }
}
