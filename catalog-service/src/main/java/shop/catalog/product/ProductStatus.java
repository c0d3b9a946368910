package shop.catalog.product;

/// Whether a product can be found and bought.
public enum ProductStatus {
    ACTIVE,
    /// Not offered any more; orders of the past may still speak of it.
    DISCONTINUED
}
