package shop.catalog.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import shop.catalog.category.Categories;

/// Creates and changes single products as the merchant asks.
@ApplicationScoped
class OfferProducts {

    private final Products products;
    private final Categories categories;

    OfferProducts(Products products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /// Throws [ProductRefused.Exists] or [ProductRefused.UnknownCategory].
    @Transactional
    Product create(String productId, ProductDetails details) {
        checkCategory(details);
        var locked = products.lock(Set.of(productId));
        if (locked.find(productId).isPresent()) {
            throw new ProductRefused.Exists(productId);
        }
        var created = locked.offer(productId, details);
        products.save(List.of(created));
        return created;
    }

    /// Throws [ProductRefused.NotFound] or [ProductRefused.UnknownCategory].
    ///
    /// @param precondition sees the product that is to change, and throws if it should not
    @Transactional
    Product offerAs(String productId, Consumer<Product> precondition, ProductDetails details) {
        checkCategory(details);
        return change(productId, precondition, (product, now) -> product.offeredAs(details, now));
    }

    /// Throws [ProductRefused.NotFound].
    @Transactional
    Product discontinue(String productId, Consumer<Product> precondition) {
        return change(productId, precondition, Product::discontinued);
    }

    private Product change(
            String productId, Consumer<Product> precondition, BiFunction<Product, Instant, Product> change) {
        var locked = products.lock(Set.of(productId));
        var product = locked.find(productId).orElseThrow(() -> new ProductRefused.NotFound(productId));
        precondition.accept(product);
        var changed = change.apply(product, locked.now());
        if (changed.version() != product.version()) {
            products.save(List.of(changed));
        }
        return changed;
    }

    private void checkCategory(ProductDetails details) {
        if (!categories.unknownOf(Set.of(details.category())).isEmpty()) {
            throw new ProductRefused.UnknownCategory();
        }
    }
}
