package shop.contracts.event;

import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/// The broker did not acknowledge an event in time: it may be on its topic or not, so it has to be sent again, unless
/// the broker will never take it.
public final class NotSent extends RuntimeException {

    NotSent(@Nullable Throwable cause) {
        super(cause);
    }

    /// False where the event itself is refused, however often it is sent. All else passes, a missing right too, as
    /// people put that right: to send once too often is harmless, once too few loses an event.
    public boolean passesByItself() {
        return switch (getCause()) {
            case RecordTooLargeException _, RecordBatchTooLargeException _, SerializationException _ -> false;
            case null, default -> true;
        };
    }
}
