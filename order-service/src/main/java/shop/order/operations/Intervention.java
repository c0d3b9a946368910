package shop.order.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// What an operator did to an order by hand.
///
/// @param actor whose token it was
record Intervention(@JsonIgnore long id, Action action, String actor, String reason, Instant at) {

    enum Action {
        RETRY,
        FORCE
    }
}
