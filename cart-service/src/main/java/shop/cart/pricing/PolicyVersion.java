package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// A policy of the history.
///
/// @param version 1 for the first, then without gaps
/// @param since when it came into force
/// @param changedBy the user who put it in force, as far as the request said
public record PolicyVersion(
        long version,
        Instant since,
        String changedBy,
        @JsonUnwrapped PricingPolicy policy) {}
