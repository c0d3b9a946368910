package shop.order.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.order.customer.Address;

/// Builds orders: a book for 49.99 USD, if nothing else is said.
public final class SomeOrder {

    private final UUID id = UUID.randomUUID();
    private String customerId = "customer-" + id;
    private Instant placedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private @Nullable Address address;

    public static SomeOrder anOrder() {
        return new SomeOrder();
    }

    public SomeOrder of(String customer) {
        customerId = customer;
        return this;
    }

    public SomeOrder placedAt(Instant at) {
        placedAt = at;
        return this;
    }

    public SomeOrder to(Address destination) {
        address = destination;
        return this;
    }

    public Order build() {
        var line = new OrderLine(
                "BOOK", "Book", 1, "54.99", "5.00", "49.99", List.of(new OrderLine.Explanation("MEMBERSHIP", "5.00")));
        var totals = Totals.of("54.99", "5.00", "49.99", "USD");
        return Order.placed(id, customerId, List.of(line), totals, "EU", "home", address, "f1", placedAt);
    }
}
