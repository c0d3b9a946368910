package shop.order.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// A place in the list of stuck orders.
record StuckPosition(Instant since, UUID orderId, String kind) {

    private static final StuckPosition START = new StuckPosition(Instant.EPOCH, new UUID(0, 0), "");

    static StuckPosition of(StuckOrder order) {
        return new StuckPosition(order.since(), order.orderId(), order.kind().name());
    }

    /// Reads what [#text] wrote; the start where there is nothing. Throws a problem naming `cursor` where it was
    /// written elsewhere.
    static StuckPosition parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            var parts = text.split(" ", 3);
            return new StuckPosition(Cursor.instant(parts[0]), UUID.fromString(parts[1]), parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }

    String text() {
        return "%s %s %s".formatted(since, orderId, kind);
    }
}
