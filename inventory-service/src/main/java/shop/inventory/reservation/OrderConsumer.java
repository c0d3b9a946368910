package shop.inventory.reservation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Follows the orders: notes that they took their reservations up, and ends these when orders end.
@ApplicationScoped
class OrderConsumer {

    private final FollowOrders followOrders;
    private final ReservationAnswers answers;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    OrderConsumer(FollowOrders followOrders, ReservationAnswers answers, DeadLetters deadLetters, ObjectMapper json) {
        this.followOrders = followOrders;
        this.answers = answers;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("orders")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var read = new ArrayList<Read>(records.count());
        for (var event : IncomingEvent.in(records)) {
            try {
                read.add(new Read(event, OrderEvent.read(event, json)));
            } catch (RuntimeException e) {
                Batches.untilItPasses(() -> refuse(event, e));
            }
        }
        answers.sendUntilAcknowledged(Batches.handle(read, this::follow, (it, e) -> refuse(it.event, e)));
    }

    private List<ReservationEvent> follow(List<Read> read) {
        return followOrders.handle(read.stream().map(Read::order).toList());
    }

    private List<ReservationEvent> refuse(IncomingEvent event, RuntimeException cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }

    private record Read(IncomingEvent event, OrderEvent order) {}
}
