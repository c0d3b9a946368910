package shop.cart.product;

import shop.contracts.Money;

/// A product as the cart sees it.
///
/// @param available what could be reserved when inventory last told, which may be some moments ago
public record Product(String productId, Status status, String name, String category, Money price, long available) {

    /// Whether the catalog still sells it.
    public enum Status {
        ACTIVE,
        DISCONTINUED
    }
}
