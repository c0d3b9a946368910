package shop.cart.cart;

import java.time.Instant;

/// A cart that nobody has changed for long.
record IdleCart(String customerId, Cart cart, Instant lastActivity) {}
