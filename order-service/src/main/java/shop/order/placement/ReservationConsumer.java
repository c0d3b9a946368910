package shop.order.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;
import shop.order.placement.ReservationEvent.StockReserved;

/// Places the orders of one Kafka batch. One that cannot be placed is a dead letter and holds up no other.
@ApplicationScoped
class ReservationConsumer {

    private final PlaceOrders placeOrders;
    private final UnplacedReservations unplaced;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    ReservationConsumer(
            PlaceOrders placeOrders, UnplacedReservations unplaced, DeadLetters deadLetters, ObjectMapper json) {
        this.placeOrders = placeOrders;
        this.unplaced = unplaced;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    /// Returning commits the offsets, so all of the batch is placed or a dead letter by then.
    @Incoming("reservations")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        Batches.handle(readable(IncomingEvent.in(records)), this::place, this::refused);
    }

    private List<Reserved> readable(List<IncomingEvent> events) {
        var reserved = new ArrayList<Reserved>();
        for (var event : events) {
            try {
                switch (ReservationEvent.of(event, json)) {
                    case StockReserved it -> reserved.add(new Reserved(event, it));
                    case ReservationEvent.Other() -> {}
                }
            } catch (IncomingEvent.Unreadable e) {
                leave(event, e);
            }
        }
        return reserved;
    }

    private List<Void> place(List<Reserved> batch) {
        placeOrders.place(batch.stream().map(Reserved::stock).toList());
        return List.of();
    }

    private List<Void> refused(Reserved reserved, RuntimeException cause) {
        leave(reserved.event(), cause);
        return List.of();
    }

    private void leave(IncomingEvent event, Exception cause) {
        unplaced.note(event, cause);
        deadLetters.keep(event, cause);
    }

    private record Reserved(IncomingEvent event, StockReserved stock) {}
}
