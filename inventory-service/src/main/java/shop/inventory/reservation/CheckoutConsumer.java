package shop.inventory.reservation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;
import shop.inventory.reservation.CheckoutEvent.CheckoutRequested;
import shop.inventory.reservation.ReservationEvent.StockRejected;

/// Answers each checkout, once or as often as it is delivered: what it returns from is decided, answered and
/// acknowledged.
@ApplicationScoped
class CheckoutConsumer {

    private final ReserveStock reserveStock;
    private final ReservationAnswers answers;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    CheckoutConsumer(
            ReserveStock reserveStock, ReservationAnswers answers, DeadLetters deadLetters, ObjectMapper json) {
        this.reserveStock = reserveStock;
        this.answers = answers;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("checkouts")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var requests = new ArrayList<Request>(records.count());
        var events = new ArrayList<ReservationEvent>(records.count());
        for (var event : IncomingEvent.in(records)) {
            try {
                read(event, requests);
            } catch (RuntimeException e) {
                events.addAll(Batches.untilItPasses(() -> refuse(event, e)));
            }
        }
        events.addAll(Batches.handle(requests, this::reserve, (request, e) -> refuse(request.event, e)));
        answers.sendUntilAcknowledged(events);
    }

    private void read(IncomingEvent event, List<Request> requests) {
        switch (CheckoutEvent.read(event, json)) {
            case CheckoutRequested it -> {
                if (!it.orderId().toString().equals(event.key())) {
                    throw new IllegalArgumentException("orderId is not the record's key");
                }
                var text = new String(event.source().value(), StandardCharsets.UTF_8);
                requests.add(new Request(event, it.toCheckout(text)));
            }
            case CheckoutEvent.Other() -> {}
        }
    }

    private List<ReservationEvent> reserve(List<Request> requests) {
        var checkouts = requests.stream().map(Request::checkout).toList();
        return reserveStock.handle(checkouts).stream()
                .map(ReservationEvent::decisionOf)
                .toList();
    }

    /// A checkout that cannot be taken is answered too, or its customer would wait for ever.
    private List<ReservationEvent> refuse(IncomingEvent event, RuntimeException cause) {
        deadLetters.keep(event, cause);
        if (event.key() == null) {
            return List.of();
        }
        var orderId = orderId(event.key());
        return List.of(
                orderId == null
                        ? StockRejected.unprocessable(event.key())
                        : ReservationEvent.decisionOf(reserveStock.reject(orderId)));
    }

    private static @Nullable UUID orderId(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private record Request(IncomingEvent event, Checkout checkout) {}
}
