package shop.cart.product;

import static java.util.Objects.requireNonNull;

import shop.contracts.Money;

/// What others tell about products, as far as the cart acts on it.
sealed interface ProductNews {

    /// The catalog's `ProductChanged`; the view keeps it in this form.
    record ProductChanged(
            String productId,
            long version,
            Product.Status status,
            String name,
            String category,
            String price,
            String currency)
            implements ProductNews {

        public ProductChanged {
            requireNonNull(productId, "productId");
            requireNonNull(status, "status");
            requireNonNull(name, "name");
            requireNonNull(category, "category");
            Money.of(requireNonNull(price, "price"), requireNonNull(currency, "currency"));
        }

        Product with(long available) {
            return new Product(productId, status, name, category, Money.of(price, currency), available);
        }
    }

    /// Inventory's `StockChanged`.
    record StockChanged(String productId, long version, long available) implements ProductNews {

        public StockChanged {
            requireNonNull(productId, "productId");
        }
    }

    /// Anything else.
    record Other() implements ProductNews {}
}
