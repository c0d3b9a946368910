package shop.cart.pricing;

import shop.contracts.Money;

/// So many of a product, to be priced.
public record Item(String productId, String category, Money unitPrice, int quantity) {

    Money subtotal() {
        return unitPrice.times(quantity);
    }
}
