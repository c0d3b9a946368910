package shop.order.lifecycle;

import java.util.List;

/// What was bought and how its price came about, kept as it was priced; the amounts are decimals in the order's
/// currency.
public record OrderLine(
        String productId,
        String name,
        int quantity,
        String unitPrice,
        String discount,
        String total,
        List<Explanation> explanation) {

    public OrderLine {
        if (productId == null || name == null || unitPrice == null || discount == null || total == null) {
            throw new IllegalArgumentException("a line lacks productId, name, unitPrice, discount or total");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity of %s must be at least 1".formatted(productId));
        }
        explanation = explanation == null ? List.of() : List.copyOf(explanation);
    }

    /// @param rule the pricing strategy, as `BULK`
    /// @param amount what it took off the line
    public record Explanation(String rule, String amount) {}
}
