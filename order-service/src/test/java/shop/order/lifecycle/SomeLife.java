package shop.order.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Brings orders into each part of their life.
@ApplicationScoped
public class SomeLife {

    private final Orders orders;
    private final History history;

    SomeLife(Orders orders, History history) {
        this.orders = orders;
        this.history = history;
    }

    public UUID confirmed() {
        return lived(new Transition.Confirm("pay-1"));
    }

    public UUID shipped() {
        return lived(new Transition.Confirm("pay-1"), new Transition.Ship("DHL", "JD01"));
    }

    public UUID delivered() {
        return lived(new Transition.Confirm("pay-1"), new Transition.Ship("DHL", "JD01"), new Transition.Deliver());
    }

    /// The order's events as they stand in its history.
    public List<String> json(UUID orderId) {
        return history.of(orderId, 0, 100).stream().map(HistoryEntry::event).toList();
    }

    private UUID lived(Transition... transitions) {
        var order = SomeOrder.anOrder().build();
        QuarkusTransaction.requiringNew().run(() -> {
            orders.place(List.of(order), "test");
            for (var it : transitions) {
                orders.move(order.orderId(), it, "test", Instant.now());
            }
        });
        return order.orderId();
    }
}
