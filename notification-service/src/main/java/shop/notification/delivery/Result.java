package shop.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a claim.
///
/// @param asked how many providers were asked
/// @param reason why it is not sent, where it is not
/// @param provider the last one that was asked; null where none was
record Result(
        Claim claim,
        Fate fate,
        int asked,
        @Nullable String reason,
        @Nullable String provider) {

    static Result unasked(Claim claim, Fate fate, String reason) {
        return new Result(claim, fate, 0, reason, null);
    }

    static Result asking(Claim claim) {
        return new Result(claim, new Fate.Asking(), 0, null, null);
    }

    NotificationState state() {
        return fate.state();
    }

    /// Where a claim goes.
    sealed interface Fate {

        NotificationState state();

        /// @param acceptedAt when the provider answered
        /// @param sendableAt since when nothing but the provider's answer was missing
        record Sent(@Nullable String providerMessageId, Instant acceptedAt, Instant sendableAt) implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.SENT;
            }
        }

        /// A provider is about to have it: if nothing more is heard of it, it was perhaps sent.
        record Asking() implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.SENDING;
            }
        }

        /// @param nobody there is no such customer, or no more: what happened to them is not kept either
        record Skipped(boolean nobody) implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.SKIPPED;
            }
        }

        record Dead() implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.DEAD;
            }
        }

        record Retry(Instant dueAt) implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.RETRY;
            }
        }

        record Waiting(Hold hold, Instant dueAt) implements Fate {
            @Override
            public NotificationState state() {
                return NotificationState.WAITING;
            }
        }
    }
}
