package shop.catalog.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.catalog.product.Product;
import shop.catalog.product.ProductRefused;
import shop.catalog.product.Products;
import shop.catalog.product.Rating;

/// Takes what customers think of a product.
///
/// A review and the rating that it changes are written in one transaction under the product's lock, so the rating is
/// always that of the reviews.
@ApplicationScoped
class ReviewProduct {

    private final Products products;
    private final Reviews reviews;

    ReviewProduct(Products products, Reviews reviews) {
        this.products = products;
        this.reviews = reviews;
    }

    /// @param isFirst whether the customer had not reviewed the product before
    record Reviewed(Review review, boolean isFirst) {}

    /// Throws [ProductRefused.NotFound]. A discontinued product may be reviewed, too: somebody has it.
    @Transactional
    Reviewed review(String productId, ReviewBody body) {
        var locked = products.lock(Set.of(productId));
        var product = locked.find(productId).orElseThrow(() -> new ProductRefused.NotFound(productId));
        var before = reviews.find(productId, body.customerId());
        var review =
                before.map(it -> body.instead(it, locked.now())).orElseGet(() -> body.first(productId, locked.now()));
        reviews.save(review);
        var rated = product.rated(ratingWith(review, before, product), locked.now());
        if (rated.version() != product.version()) {
            products.save(List.of(rated));
        }
        return new Reviewed(review, before.isEmpty());
    }

    private static Rating ratingWith(Review review, Optional<Review> before, Product product) {
        return before.map(it -> product.rating().minus(it.rating()))
                .orElse(product.rating())
                .plus(review.rating());
    }
}
