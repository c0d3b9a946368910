package shop.order.lifecycle;

import java.time.Instant;
import java.util.UUID;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// A place in a customer's list of orders, newest first.
record Position(Instant placedAt, UUID orderId) {

    /// Before all of them.
    static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    static Position of(Order order) {
        return new Position(order.placedAt(), order.orderId());
    }

    /// Reads what [#text] wrote. Throws a problem naming `cursor` where it was written elsewhere.
    static Position parse(String text) {
        try {
            var parts = text.split(" ", 2);
            return new Position(Cursor.instant(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }

    String text() {
        return placedAt + " " + orderId;
    }
}
