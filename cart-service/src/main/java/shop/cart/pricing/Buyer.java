package shop.cart.pricing;

import shop.cart.customer.Membership;

/// What a price may depend on about who buys.
public record Buyer(Membership membership) {}
