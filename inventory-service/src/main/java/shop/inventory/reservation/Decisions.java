package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import shop.inventory.stock.Movement;

/// What was decided of a batch of checkouts: what is fresh, and all that was asked for in the order of its arrival.
record Decisions(List<Reservation> fresh, List<Reservation> all) {

    /// A checkout that was decided earlier stands as it was decided then.
    static Decisions of(List<Checkout> checkouts, List<Reservation> earlier, ReservationBatch batch) {
        var known = new HashMap<UUID, Reservation>();
        earlier.forEach(it -> known.put(it.orderId(), it));
        var fresh = new ArrayList<Reservation>(checkouts.size());
        var all = new ArrayList<Reservation>(checkouts.size());
        for (var checkout : checkouts) {
            var reservation = known.get(checkout.orderId());
            if (reservation == null) {
                reservation = batch.decide(checkout);
                fresh.add(reservation);
            }
            all.add(reservation);
        }
        return new Decisions(fresh, all);
    }

    /// Of checkouts with the same id the first.
    static List<Checkout> withoutRepeats(Collection<Checkout> checkouts) {
        var distinct = LinkedHashMap.<UUID, Checkout>newLinkedHashMap(checkouts.size());
        checkouts.forEach(it -> distinct.putIfAbsent(it.orderId(), it));
        return List.copyOf(distinct.values());
    }

    static Set<String> productsOf(Collection<Checkout> checkouts) {
        var productIds = new TreeSet<String>();
        checkouts.forEach(checkout -> checkout.lines().forEach(it -> productIds.add(it.productId())));
        return productIds;
    }

    List<Movement> movements() {
        return fresh.stream()
                .flatMap(it -> it.movements(Movement.Kind.RESERVED))
                .toList();
    }
}
