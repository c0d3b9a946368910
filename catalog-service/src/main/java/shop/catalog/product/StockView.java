package shop.catalog.product;

/// What inventory said last of a product.
///
/// @param version of the stock, inventory's own; 0 where it has not said anything
public record StockView(String productId, long version, Availability availability) {

    /// Of a product of which inventory has not said anything.
    static StockView unsaid(String productId) {
        return new StockView(productId, 0, Availability.NONE);
    }
}
