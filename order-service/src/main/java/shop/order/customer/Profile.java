package shop.order.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people say of themselves.
///
/// @param phone E.164: `+` and country code first
/// @param memberFrom of a member: the first moment of the membership; null where it has begun for ever
/// @param memberUntil of a member: the first moment after it; null where it does not end
record Profile(
        String name,
        String email,
        String phone,
        Membership membership,
        @Nullable Instant memberFrom,
        @Nullable Instant memberUntil) {}
