package shop.order.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order that does not go on by itself as it should.
///
/// @param since when it should have gone on
/// @param detail what is known of the cause
record StuckOrder(
        Kind kind, UUID orderId, Instant since, @Nullable String detail) {

    enum Kind {
        /// The time for its payment is over, and yet it is neither paid nor cancelled: the gateway does not answer.
        PENDING,
        /// It is cancelled, and the gateway does not say whether money was taken.
        PAYMENT_UNKNOWN,
        /// Something that happened to it is not on its topic.
        UNTOLD,
        /// Stock is reserved for it, but it could not be written; its reservation is a dead letter.
        UNPLACED
    }
}
