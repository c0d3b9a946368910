package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shop.inventory.reservation.ReservationEvent.StockRejected;
import shop.inventory.reservation.ReservationEvent.StockReserved;
import shop.inventory.stock.StockKeeping.Counted;

/// Runs commands on an inventory, and after each compares it with the reference. What the inventory is made of, and
/// where in its work it dies, is the matter of the two kinds there are.
abstract class InventoryModel {

    static final List<String> REGIONS = List.of("EU", "US");

    final ModelReference reference = new ModelReference();
    final ModelTopic<Checkout> checkouts = new ModelTopic<>();
    final ModelTopic<OrderEvent> orders = new ModelTopic<>();
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<CheckoutBuilder> asked = new ArrayList<>();
    private final Map<UUID, ReservationEvent> decisions = new HashMap<>();
    private final Map<UUID, ReservationEvent> ends = new HashMap<>();
    private int minutes;

    final void run(List<ModelCommand> commands) {
        for (var command : commands) {
            run(command);
            state().mustBe(reference);
        }
        redeliverAll();
        state().mustBe(reference);
        assertThat(decisions.keySet()).containsExactlyInAnyOrderElementsOf(askedIds());
    }

    final List<UUID> askedIds() {
        return asked.stream().map(it -> it.build().orderId()).toList();
    }

    abstract ModelState state();

    /// Sets what was counted, in one transaction.
    abstract void count(List<Counted> counts);

    abstract void adjust(Counted change, String key);

    abstract void work(ModelCommand.Work work);

    abstract void crash(ModelCommand.Consumer consumer);

    /// Everybody dies, comes back, and goes to the end of the topics.
    abstract void redeliverAll();

    /// What two answers must have in common to be the same.
    abstract Object meaningOf(ReservationEvent answer);

    final Instant now() {
        return begin.plusSeconds(60L * minutes);
    }

    /// The broker has it, and so has everyone who listens.
    final void answered(ReservationEvent answer) {
        var known = answer instanceof StockReserved || answer instanceof StockRejected ? decisions : ends;
        var first = known.putIfAbsent(UUID.fromString(answer.orderId()), answer);
        assertThat(meaningOf(answer)).isEqualTo(meaningOf(first == null ? answer : first));
    }

    final void decided(List<Checkout> batch, Instant at, Set<String> seen, List<Reservation> decisions) {
        var byId = new HashMap<UUID, Reservation>();
        decisions.forEach(it -> byId.put(it.orderId(), it));
        batch.forEach(it -> reference.decided(it, at, seen, byId.get(it.orderId())));
    }

    final void followed(List<OrderEvent> batch) {
        for (var event : batch) {
            switch (event) {
                case OrderEvent.OrderCancelled(var orderId) -> reference.cancelled(orderId);
                case OrderEvent.OrderShipped(var orderId) -> reference.shipped(orderId);
                case OrderEvent.OrderPlaced _, OrderEvent.Other _ -> {}
            }
        }
    }

    String product(int number) {
        return "P" + number;
    }

    String warehouse(int number) {
        return "W" + number;
    }

    private void run(ModelCommand command) {
        switch (command) {
            case ModelCommand.Count it -> counted(List.of(it));
            case ModelCommand.Import(var counts) -> counted(counts);
            case ModelCommand.Adjust it -> {
                var change = new Counted(product(it.product()), warehouse(it.warehouse()), it.delta());
                adjust(change, "key " + it.key());
                reference.adjust(change.productId(), change.warehouseId(), it.delta(), "key " + it.key());
            }
            case ModelCommand.Ask(var lines, var minutes) -> {
                asked.add(aCheckout()
                        .in(REGIONS.get(minutes % 2))
                        .expiringAt(now().plusSeconds(60L * minutes))
                        .withFingerprint("first"));
                ask(asked.getLast(), lines);
            }
            case ModelCommand.AskAgain(var order) -> {
                if (!asked.isEmpty()) {
                    checkouts.add(asked(order).build());
                }
            }
            case ModelCommand.AskOtherwise(var order, var lines) -> {
                if (!asked.isEmpty()) {
                    ask(aCheckout().withId(asked(order).build().orderId()).withFingerprint("other"), lines);
                }
            }
            case ModelCommand.Tell(var fate, var order) -> orders.add(event(fate, answeredOrder(order)));
            case ModelCommand.Wait(var more) -> minutes += more;
            case ModelCommand.Work it -> work(it);
            case ModelCommand.Crash(var consumer) -> crash(consumer);
        }
    }

    private void counted(List<ModelCommand.Count> counts) {
        var all = counts.stream()
                .map(it -> new Counted(product(it.product()), warehouse(it.warehouse()), it.onHand()))
                .toList();
        count(all);
        all.forEach(it -> reference.count(it.productId(), it.warehouseId(), it.onHand()));
    }

    private void ask(CheckoutBuilder checkout, List<ModelCommand.Line> lines) {
        lines.forEach(it -> checkout.of(product(it.product()), it.quantity()));
        checkouts.add(checkout.build());
    }

    private CheckoutBuilder asked(int number) {
        return asked.get(number % asked.size());
    }

    /// Orders come of the answer that stock is reserved; any other id is one that nobody knows.
    private UUID answeredOrder(int number) {
        var id = asked.isEmpty() ? UUID.randomUUID() : asked(number).build().orderId();
        return decisions.get(id) instanceof StockReserved ? id : UUID.randomUUID();
    }

    private static OrderEvent event(ModelCommand.Fate fate, UUID orderId) {
        return switch (fate) {
            case PLACED -> new OrderEvent.OrderPlaced(orderId);
            case CANCELLED -> new OrderEvent.OrderCancelled(orderId);
            case SHIPPED -> new OrderEvent.OrderShipped(orderId);
        };
    }
}
