package shop.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a claim.
///
/// @param dueAt when it is looked at again; null where it ended
/// @param attempted whether a provider was asked
record Result(
        Claim claim,
        NotificationState state,
        @Nullable Instant dueAt,
        boolean attempted,
        @Nullable String reason,
        @Nullable String providerMessageId) {

    static Result notAttempted(Claim claim, NotificationState state, @Nullable Instant dueAt, String reason) {
        return new Result(claim, state, dueAt, false, reason, null);
    }

    static Result attempted(Claim claim, NotificationState state, @Nullable Instant dueAt, String reason) {
        return new Result(claim, state, dueAt, true, reason, null);
    }

    static Result sent(Claim claim, @Nullable String providerMessageId) {
        return new Result(claim, NotificationState.SENT, null, true, null, providerMessageId);
    }
}
