package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// A policy of the history.
///
/// @param version 1 for the first, then without gaps
/// @param since when it came into force
record PolicyVersion(
        long version, Instant since, @JsonUnwrapped PricingPolicy policy) {}
