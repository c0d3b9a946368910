package shop.catalog.product;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Some products and their stock views, which nobody else changes until this transaction ends.
///
/// @param now the time that changes get
public record LockedProducts(Map<String, Product> products, Map<String, StockView> stock, Instant now) {

    public Optional<Product> find(String productId) {
        return Optional.ofNullable(products.get(productId));
    }

    /// The product as it is offered now, be it new or known.
    public Product offer(String productId, ProductDetails details) {
        return find(productId)
                .map(it -> it.offeredAs(details, now))
                .orElseGet(() ->
                        Product.create(productId, details, stockOf(productId).availability(), now));
    }

    public StockView stockOf(String productId) {
        return Optional.ofNullable(stock.get(productId)).orElseThrow();
    }
}
