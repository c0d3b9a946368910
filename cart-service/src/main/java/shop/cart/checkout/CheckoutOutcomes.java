package shop.cart.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.cart.checkout.OrderEvent.OrderPlaced;
import shop.cart.checkout.ReservationEvent.StockRejected;
import shop.cart.checkout.ReservationEvent.StockReserved;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Takes what was bought out of the cart and answers the waiting customer, as inventory and order service decide.
@ApplicationScoped
class CheckoutOutcomes {

    private final SettleCheckouts checkouts;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    CheckoutOutcomes(SettleCheckouts checkouts, DeadLetters deadLetters, ObjectMapper json) {
        this.checkouts = checkouts;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("orders")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        Batches.handle(IncomingEvent.in(records), this::onOrders, this::leave);
    }

    @Incoming("reservations")
    @Blocking
    void onReservations(ConsumerRecords<String, byte[]> records) {
        Batches.handle(IncomingEvent.in(records), this::onReservations, this::leave);
    }

    private List<Void> onOrders(List<IncomingEvent> events) {
        var decisions = new ArrayList<Decision>();
        for (var event : events) {
            switch (order(event)) {
                case OrderPlaced it -> decisions.add(Decision.of(it, textOf(event)));
                case OrderEvent.Other() -> {}
            }
        }
        checkouts.settle(decisions);
        return List.of();
    }

    private List<Void> onReservations(List<IncomingEvent> events) {
        var reserved = new ArrayList<StockReserved>();
        var decisions = new ArrayList<Decision>();
        for (var event : events) {
            switch (reservation(event)) {
                case StockReserved it -> reserved.add(it);
                case StockRejected it -> decisions.add(Decision.of(it));
                case ReservationEvent.Other() -> {}
            }
        }
        checkouts.reserved(reserved);
        checkouts.settle(decisions);
        return List.of();
    }

    OrderEvent order(IncomingEvent event) {
        return switch (event.type()) {
            case "OrderPlaced" -> event.as(OrderPlaced.class, json);
            default -> new OrderEvent.Other();
        };
    }

    ReservationEvent reservation(IncomingEvent event) {
        return switch (event.type()) {
            case "StockReserved" -> event.as(StockReserved.class, json);
            case "StockRejected" -> event.as(StockRejected.class, json);
            default -> new ReservationEvent.Other();
        };
    }

    private List<Void> leave(IncomingEvent event, Exception cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }

    private static String textOf(IncomingEvent event) {
        return new String(event.source().value(), StandardCharsets.UTF_8);
    }
}
