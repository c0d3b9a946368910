package shop.catalog.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// A place in a product's list of reviews, newest first.
record ReviewPlace(Instant updatedAt, String customerId) {

    /// Before all of them.
    static final ReviewPlace START = new ReviewPlace(Instant.parse("9999-01-01T00:00:00Z"), "");

    /// What the next page starts after.
    static String keyOf(Review last) {
        return last.updatedAt() + " " + last.customerId();
    }

    /// Reads the parameter `cursor`; null is the start.
    static ReviewPlace after(@Nullable String cursor) {
        var key = Cursor.read(cursor);
        if (key == null) {
            return START;
        }
        try {
            var parts = key.split(" ", 2);
            return new ReviewPlace(Cursor.instant(parts[0]), parts[1]);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }
}
