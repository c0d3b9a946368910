package shop.catalog.product;

import java.time.Instant;

/// A product. Every change gives it the next version; what changes nothing leaves it as it is.
///
/// @param version starts at 1 and never restarts, not even when a discontinued product is offered again
public record Product(
        String productId,
        long version,
        ProductStatus status,
        ProductDetails details,
        Availability availability,
        Rating rating,
        Instant createdAt,
        Instant updatedAt) {

    /// A product that was not there before.
    public static Product create(String productId, ProductDetails details, Availability availability, Instant now) {
        return new Product(productId, 1, ProductStatus.ACTIVE, details, availability, Rating.NONE, now, now);
    }

    public boolean isNew() {
        return version == 1;
    }

    /// The product as the merchant offers it now. A discontinued one is offered again.
    public Product offeredAs(ProductDetails offered, Instant now) {
        return next(ProductStatus.ACTIVE, offered, availability, rating, now);
    }

    /// The product no longer offered.
    public Product discontinued(Instant now) {
        return next(ProductStatus.DISCONTINUED, details, availability, rating, now);
    }

    /// The product as inventory can deliver it now.
    public Product available(Availability now, Instant at) {
        return next(status, details, now, rating, at);
    }

    /// The product as its reviews rate it now.
    public Product rated(Rating rating, Instant now) {
        return next(status, details, availability, rating, now);
    }

    private Product next(
            ProductStatus status, ProductDetails details, Availability availability, Rating rating, Instant now) {
        var next = new Product(productId, version, status, details, availability, rating, createdAt, updatedAt);
        return next.equals(this)
                ? this
                : new Product(productId, version + 1, status, details, availability, rating, createdAt, now);
    }
}
