package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import shop.inventory.reservation.Reservation.Allocation;

/// What an inventory must come to: counters by place and one outcome for each order. It knows no batches, no
/// transactions and no crashes; it is told what was committed, in that order.
final class ModelReference {

    private final Map<String, Long> onHand = new TreeMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<UUID, String> outcomes = new HashMap<>();
    private final Map<UUID, List<Allocation>> held = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    /// True where the count may stand.
    boolean count(String product, String warehouse, long counted) {
        var place = place(product, warehouse);
        onHand.putIfAbsent(place, 0L);
        if (counted < reserved.getOrDefault(place, 0L)) {
            return false;
        }
        onHand.put(place, counted);
        return true;
    }

    /// True where the stock changes now.
    boolean adjust(String product, String warehouse, long delta, String key) {
        var place = place(product, warehouse);
        var after = onHand.getOrDefault(place, 0L) + delta;
        if (keys.contains(product + key) || !onHand.containsKey(place) || after < reserved.getOrDefault(place, 0L)) {
            return false;
        }
        onHand.put(place, after);
        return keys.add(product + key);
    }

    /// @param seen the places that were looked into; one that was begun since then may be left out
    void decided(Checkout checkout, Instant now, Set<String> seen, Reservation decision) {
        if (outcomes.containsKey(checkout.orderId())) {
            return;
        }
        var wanted = checkout.quantitiesByProduct();
        var outcome = now.isAfter(checkout.expiresAt())
                ? "EXPIRED"
                : wanted.entrySet().stream().allMatch(it -> it.getValue() <= available(it.getKey(), seen))
                        ? "HELD"
                        : "OUT_OF_STOCK";
        outcomes.put(checkout.orderId(), outcome);
        assertThat(decision.reason() == null ? "HELD" : decision.reason().name())
                .isEqualTo(outcome);
        if (outcome.equals("HELD")) {
            assertThat(sums(decision.allocations())).isEqualTo(wanted);
            held.put(checkout.orderId(), decision.allocations());
            move(decision.allocations(), reserved, 1);
        }
    }

    void cancelled(UUID orderId) {
        if (outcomes.replace(orderId, "HELD", "RELEASED")) {
            move(held.get(orderId), reserved, -1);
        }
    }

    void shipped(UUID orderId) {
        if (outcomes.replace(orderId, "HELD", "FULFILLED")) {
            move(held.get(orderId), reserved, -1);
            move(held.get(orderId), onHand, -1);
        }
    }

    Map<UUID, String> outcomes() {
        return outcomes;
    }

    Map<String, Long> onHand() {
        return onHand;
    }

    long reservedIn(String place) {
        return reserved.getOrDefault(place, 0L);
    }

    static String place(String product, String warehouse) {
        return product + " in " + warehouse;
    }

    private long available(String product, Set<String> seen) {
        return seen.stream()
                .filter(it -> it.startsWith(product + " in "))
                .mapToLong(it -> onHand.get(it) - reserved.getOrDefault(it, 0L))
                .sum();
    }

    private static Map<String, Long> sums(List<Allocation> allocations) {
        var sums = new HashMap<String, Long>();
        allocations.forEach(it -> sums.merge(it.productId(), it.quantity(), Long::sum));
        return sums;
    }

    private static void move(List<Allocation> allocations, Map<String, Long> figures, int sign) {
        allocations.forEach(
                it -> figures.merge(place(it.productId(), it.warehouseId()), sign * it.quantity(), Long::sum));
    }
}
