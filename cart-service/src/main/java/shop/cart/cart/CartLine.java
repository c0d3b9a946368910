package shop.cart.cart;

/// So many of a product, once per product and cart.
public record CartLine(String productId, int quantity) {}
