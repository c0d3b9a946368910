package shop.cart.pricing;

import org.jspecify.annotations.Nullable;
import shop.cart.customer.Membership;

/// What a price may depend on about who buys.
///
/// @param membership at the moment of pricing
/// @param region where it is to be delivered, if that is known yet
public record Buyer(Membership membership, @Nullable String region) {}
