package shop.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Outcome;
import shop.notification.delivery.Result.Fate;

/// What follows from what happened to a claim. Plain Java.
///
/// @param waitForCustomer how long a notification waits for a customer that is not known yet
/// @param firstRetry the pause after the first failure, at most; each further one is twice as long
/// @param deadline after which no further try is made, from when it could be sent first
record DeliveryRules(
        Duration waitForCustomer,
        Duration firstRetry,
        Duration longestRetry,
        Duration deadline,
        AnswerLost answerLost) {

    Result customerUnknown(Claim claim, Instant now) {
        var until = claim.requestedAt().plus(waitForCustomer);
        return now.isBefore(until)
                ? Result.unasked(claim, new Fate.Waiting(Hold.CUSTOMER, until), "customer not known yet")
                : Result.unasked(claim, new Fate.Skipped(true), "customer not known");
    }

    /// Ends what can no longer be sent in time; null where it can.
    @Nullable
    Result deadlineOver(Claim claim, Instant now) {
        return now.isAfter(lastTry(claim)) ? Result.unasked(claim, new Fate.Dead(), "deadline over") : null;
    }

    /// Puts it back for another turn.
    Result putBack(Claim claim, Instant dueAt, String reason) {
        return Result.unasked(claim, new Fate.Retry(dueAt), reason);
    }

    /// Nobody could be asked until a moment.
    Result noProvider(Claim claim, Instant until) {
        return until.isAfter(lastTry(claim))
                ? Result.unasked(claim, new Fate.Dead(), "no provider takes messages")
                : putBack(claim, until, "no provider takes messages");
    }

    /// @param asked how many providers were asked in this turn, the last of which gave the outcome
    /// @param sendableAt since when the message could have been sent
    Result after(Claim claim, Outcome outcome, int asked, String provider, Instant sendableAt, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted(var providerMessageId) ->
                new Result(claim, new Fate.Sent(providerMessageId, now, sendableAt), asked, null, provider);
            case Outcome.Unreachable(var reason) -> new Result(claim, new Fate.Skipped(false), asked, reason, provider);
            case Outcome.Refused(var reason) -> new Result(claim, new Fate.Dead(), asked, reason, provider);
            case Outcome.Deferred(var reason) ->
                new Result(claim, again(claim, asked, null, now), asked, reason, provider);
            case Outcome.Failed(var reason, var retryAfter) ->
                new Result(claim, again(claim, asked, retryAfter, now), asked, reason, provider);
            case Outcome.AnswerLost(var reason) ->
                switch (answerLost) {
                    case SEND_AGAIN -> new Result(claim, again(claim, asked, null, now), asked, reason, provider);
                    case GIVE_UP -> new Result(claim, new Fate.Dead(), asked, "perhaps sent: " + reason, provider);
                };
        };
    }

    private Fate again(Claim claim, int asked, @Nullable Duration retryAfter, Instant now) {
        var pause = pauseAfter(claim.attempts() + asked, claim.notificationId());
        var dueAt = now.plus(retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause);
        return dueAt.isAfter(lastTry(claim)) ? new Fate.Dead() : new Fate.Retry(dueAt);
    }

    private Instant lastTry(Claim claim) {
        var from = claim.sendableAt().isAfter(claim.requestedAt()) ? claim.sendableAt() : claim.requestedAt();
        return from.plus(deadline);
    }

    /// Between half of it and all of it, so that what failed together does not come back together; where in
    /// between goes by the notification, so that it can be told beforehand.
    Duration pauseAfter(int attempts, String notificationId) {
        var pause = firstRetry;
        for (int i = 1; i < attempts && pause.compareTo(longestRetry) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        var most = (pause.compareTo(longestRetry) < 0 ? pause : longestRetry).toMillis();
        var spread = Math.floorMod(31 * notificationId.hashCode() + attempts * 0x9E3779B9, 1024);
        return Duration.ofMillis(most / 2 + most * spread / 2048);
    }
}
