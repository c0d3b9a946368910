package shop.cart.customer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What order service tells about customers, as far as the cart acts on it. Nothing personal is read.
sealed interface CustomerNews {

    /// The customer is this now; where erased, nothing is left to know.
    record CustomerChanged(
            String customerId,
            long version,
            boolean erased,
            @Nullable Membership membership,
            @Nullable Instant memberFrom,
            @Nullable Instant memberUntil)
            implements CustomerNews {

        public CustomerChanged {
            requireNonNull(customerId, "customerId");
        }

        MembershipPeriod period() {
            return erased || membership != Membership.MEMBER
                    ? MembershipPeriod.NONE
                    : new MembershipPeriod(membership, memberFrom, memberUntil);
        }
    }

    /// The last word on an erased customer: its tombstone.
    record Forgotten(String customerId) implements CustomerNews {}

    /// Anything else.
    record Other() implements CustomerNews {}
}
