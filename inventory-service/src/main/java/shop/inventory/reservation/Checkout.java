package shop.inventory.reservation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;

/// A checkout that stock is asked for.
///
/// @param orderId its id, and that of the order that may come of it
/// @param region where the customer is; warehouses there give first
/// @param fingerprint of lines, totals and region: another one under the same id is another checkout
/// @param json the whole as it was sent, echoed to whoever writes the order
record Checkout(
        UUID orderId,
        String customerId,
        @Nullable String region,
        String fingerprint,
        Instant expiresAt,
        List<Line> lines,
        String json) {

    /// What is wanted of each product; the same product on two lines is one demand.
    Map<String, Long> quantitiesByProduct() {
        var quantities = new LinkedHashMap<String, Long>();
        lines.forEach(it -> quantities.merge(it.productId(), (long) it.quantity(), Long::sum));
        return quantities;
    }

    boolean isExpiredAt(Instant now) {
        return now.isAfter(expiresAt);
    }

    /// Units of one product.
    record Line(String productId, int quantity) {
        private static final Pattern PRODUCT_ID = Pattern.compile(Ids.PATTERN);

        Line {
            if (productId == null || !PRODUCT_ID.matcher(productId).matches()) {
                throw new IllegalArgumentException("productId of a line is not one");
            }
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity of a line is below 1");
            }
        }
    }
}
