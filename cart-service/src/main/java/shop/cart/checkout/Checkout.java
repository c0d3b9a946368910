package shop.cart.checkout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A checkout as it is kept.
///
/// @param lines what was asked for
/// @param outcome null for as long as it is in flight
record Checkout(
        String checkoutId,
        List<Line> lines,
        boolean reserved,
        @Nullable Outcome outcome) {

    record Line(String productId, int quantity, String total) {}

    Map<String, Integer> quantities() {
        return lines.stream().collect(Collectors.toMap(Line::productId, Line::quantity, Integer::sum));
    }
}
