package shop.cart.customer;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What order service tells about customers, as far as the cart acts on it. Nothing personal is read.
sealed interface CustomerNews {

    /// The customer is this now; where erased, nothing is left to know.
    record CustomerChanged(
            String customerId,
            long version,
            boolean erased,
            @Nullable Membership membership) implements CustomerNews {

        public CustomerChanged {
            requireNonNull(customerId, "customerId");
        }

        Membership current() {
            return erased || membership == null ? Membership.NONE : membership;
        }
    }

    /// The last word on an erased customer: its tombstone.
    record Forgotten(String customerId) implements CustomerNews {}

    /// Anything else.
    record Other() implements CustomerNews {}
}
