package shop.order.placement;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.order.customer.Address;
import shop.order.customer.Addresses;
import shop.order.lifecycle.Order;
import shop.order.lifecycle.Orders;
import shop.order.lifecycle.Transition;
import shop.order.payment.Bill;
import shop.order.payment.Payments;
import shop.order.placement.ReservationEvent.Checkout;
import shop.order.placement.ReservationEvent.StockReserved;

/// Makes orders of checkouts whose stock is reserved: all of a batch in one transaction, each once.
@ApplicationScoped
class PlaceOrders {

    private static final String ACTOR = "checkout";

    private final Orders orders;
    private final Payments payments;
    private final Addresses addresses;
    private final Clock clock;

    PlaceOrders(Orders orders, Payments payments, Addresses addresses, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// A repeat changes nothing; its OrderPlaced is told again.
    void place(List<StockReserved> reserved) {
        var checkouts = new LinkedHashMap<UUID, Checkout>();
        reserved.forEach(it -> checkouts.putIfAbsent(it.orderId(), it.checkout()));
        QuarkusTransaction.requiringNew().run(() -> place(checkouts, clock.instant()));
    }

    private void place(Map<UUID, Checkout> checkouts, Instant now) {
        var copies = addresses.copiesOf(addressesIn(checkouts.values()));
        var asked = checkouts.entrySet().stream()
                .map(it -> order(it.getKey(), it.getValue(), copies, now))
                .toList();
        var placed = orders.place(asked, ACTOR);
        checkouts.keySet().retainAll(placed);
        payments.open(checkouts.entrySet().stream()
                .map(it -> bill(it.getKey(), it.getValue(), now))
                .toList());
        orders.move(tooLate(checkouts, now), ACTOR, now);
    }

    /// Who waited so long does not want the goods any more: placed, so that somebody gives the stock back, and
    /// cancelled.
    private static Map<UUID, Transition> tooLate(Map<UUID, Checkout> checkouts, Instant now) {
        return checkouts.entrySet().stream()
                .filter(it -> it.getValue().isTooLateAt(now))
                .collect(toMap(Map.Entry::getKey, _ -> new Transition.Cancel("UNPAID")));
    }

    private static List<Address.Key> addressesIn(Collection<Checkout> checkouts) {
        return checkouts.stream()
                .map(Checkout::addressKey)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static Order order(UUID orderId, Checkout checkout, Map<Address.Key, Address> copies, Instant now) {
        return Order.placed(
                orderId,
                checkout.customerId(),
                checkout.lines(),
                checkout.totals(),
                checkout.region(),
                checkout.addressId(),
                copyOf(checkout.addressKey(), copies),
                checkout.fingerprint(),
                now);
    }

    private static Bill bill(UUID orderId, Checkout checkout, Instant now) {
        return new Bill(orderId, checkout.totals().total(), checkout.paymentMethod(), now);
    }

    private static @Nullable Address copyOf(Address.@Nullable Key key, Map<Address.Key, Address> copies) {
        return key == null ? null : copies.get(key);
    }
}
