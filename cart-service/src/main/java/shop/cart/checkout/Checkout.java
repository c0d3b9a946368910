package shop.cart.checkout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A checkout as it is kept.
///
/// @param lines what was asked for
/// @param inCart the products that the customer's cart holds now
/// @param outcome null for as long as it is in flight
record Checkout(
        String checkoutId,
        List<Line> lines,
        Set<String> inCart,
        boolean reserved,
        @Nullable Outcome outcome) {

    record Line(String productId, int quantity, String total) {}

    Map<String, Integer> quantities() {
        return lines.stream().collect(Collectors.toMap(Line::productId, Line::quantity, Integer::sum));
    }
}
