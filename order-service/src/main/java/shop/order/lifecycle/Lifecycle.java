package shop.order.lifecycle;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static shop.order.lifecycle.OrderStatus.CANCELLED;
import static shop.order.lifecycle.OrderStatus.CONFIRMED;
import static shop.order.lifecycle.OrderStatus.DELIVERED;
import static shop.order.lifecycle.OrderStatus.PENDING;
import static shop.order.lifecycle.OrderStatus.SHIPPED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which status may follow on which: the core's five transitions, with a shop's own statuses in between. There are
/// no others.
public final class Lifecycle {

    private static final Map<OrderStatus, List<OrderStatus>> CORE = Map.of(
            PENDING, List.of(CONFIRMED, CANCELLED),
            CONFIRMED, List.of(SHIPPED, CANCELLED),
            SHIPPED, List.of(DELIVERED),
            DELIVERED, List.of(),
            CANCELLED, List.of());

    private final Map<OrderStatus, Set<OrderStatus>> next = new HashMap<>();
    private final Map<OrderStatus, OwnStatus> own = new HashMap<>();

    /// Throws [IllegalArgumentException] where one of them fits nowhere.
    Lifecycle(Collection<OwnStatus> ownStatuses) {
        CORE.forEach((status, following) -> next.put(status, new LinkedHashSet<>(following)));
        checkEventTypes(ownStatuses);
        var left = new ArrayList<>(ownStatuses);
        while (left.removeIf(this::fitsIn)) {
            // One may lie between others of the shop's own, whatever order they come in.
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("No way leads over %s"
                    .formatted(left.stream().map(OwnStatus::status).toList()));
        }
    }

    /// What an order of this status may become; nothing where nobody knows the status any more.
    public Set<OrderStatus> next(OrderStatus status) {
        return next.getOrDefault(status, Set.of());
    }

    /// The statuses that this one may follow on: what a compare-and-set compares with.
    Set<OrderStatus> previous(OrderStatus status) {
        return next.keySet().stream().filter(it -> next(it).contains(status)).collect(toUnmodifiableSet());
    }

    /// Throws [InvalidTransition] where the one may not follow on the other.
    void check(OrderStatus from, OrderStatus to) {
        if (!next(from).contains(to)) {
            throw new InvalidTransition(from, to, next(from));
        }
    }

    /// The shop's own status of this name.
    Optional<OwnStatus> own(String name) {
        return own.values().stream()
                .filter(it -> it.status().name().equals(name))
                .findFirst();
    }

    /// Others act on the core's events by their names.
    private static void checkEventTypes(Collection<OwnStatus> ownStatuses) {
        var types = Stream.of(OrderEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(toSet());
        for (var status : ownStatuses) {
            if (!types.add(status.eventType())) {
                throw new IllegalArgumentException(
                        "%s of %s is told already".formatted(status.eventType(), status.status()));
            }
        }
    }

    private boolean fitsIn(OwnStatus status) {
        var fits = !status.after().equals(PENDING)
                && !next.containsKey(status.status())
                && next(status.after()).contains(status.before())
                && !status.before().equals(CANCELLED);
        if (fits) {
            insert(status);
        }
        return fits;
    }

    private void insert(OwnStatus status) {
        var afterIt = new LinkedHashSet<>(next(status.after()));
        afterIt.removeIf(it -> !it.equals(status.before()) && !it.equals(CANCELLED));
        var besideIt = new LinkedHashSet<>(next(status.after()));
        besideIt.add(status.status());
        besideIt.removeIf(it -> it.equals(status.before()) && !status.mayBeSkipped());
        next.put(status.status(), afterIt);
        next.put(status.after(), besideIt);
        own.put(status.status(), status);
    }
}
