package shop.order.operations;

import java.time.Instant;

/// What an operator did to an order by hand.
///
/// @param actor whose token it was
record Intervention(Action action, String actor, String reason, Instant at) {

    enum Action {
        RETRY,
        FORCE
    }
}
