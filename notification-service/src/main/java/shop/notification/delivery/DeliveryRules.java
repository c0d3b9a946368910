package shop.notification.delivery;

import static shop.notification.delivery.NotificationState.DEAD;
import static shop.notification.delivery.NotificationState.RETRY;
import static shop.notification.delivery.NotificationState.SKIPPED;
import static shop.notification.delivery.NotificationState.WAITING;

import java.time.Duration;
import java.time.Instant;
import shop.notification.channel.Outcome;

/// What follows from what happened to a claim. Plain Java.
///
/// @param waitForCustomer how long a notification waits for a customer that is not known yet
/// @param firstRetry the pause after the first failure; each further one is twice as long
/// @param deadline after which no further try is made
record DeliveryRules(
        Duration waitForCustomer,
        Duration firstRetry,
        Duration longestRetry,
        Duration deadline,
        AnswerLost answerLost) {

    static DeliveryRules of(DeliverySettings settings) {
        return new DeliveryRules(
                settings.waitForCustomer(),
                settings.firstRetry(),
                settings.longestRetry(),
                settings.deadline(),
                settings.answerLost());
    }

    Result customerUnknown(Claim claim, Instant now) {
        var until = claim.requestedAt().plus(waitForCustomer);
        return now.isBefore(until)
                ? Result.notAttempted(claim, WAITING, until, "customer not known yet")
                : Result.notAttempted(claim, SKIPPED, null, "customer not known");
    }

    Result customerErased(Claim claim) {
        return Result.notAttempted(claim, SKIPPED, null, "customer erased");
    }

    /// Puts it back as it was, for another turn.
    Result putBack(Claim claim, Instant dueAt, String reason) {
        return Result.notAttempted(claim, RETRY, dueAt, reason);
    }

    Result after(Claim claim, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted(var providerMessageId) -> Result.sent(claim, providerMessageId);
            case Outcome.Unreachable(var reason) -> Result.notAttempted(claim, SKIPPED, null, reason);
            case Outcome.Refused(var reason) -> Result.attempted(claim, DEAD, null, reason);
            case Outcome.Failed(var reason) -> again(claim, now, reason);
            case Outcome.AnswerLost(var reason) ->
                switch (answerLost) {
                    case SEND_AGAIN -> again(claim, now, reason);
                    case GIVE_UP -> Result.attempted(claim, DEAD, null, "perhaps sent: " + reason);
                };
        };
    }

    private Result again(Claim claim, Instant now, String reason) {
        var dueAt = now.plus(pauseAfter(claim.attempts() + 1));
        return dueAt.isAfter(claim.requestedAt().plus(deadline))
                ? Result.attempted(claim, DEAD, null, reason)
                : Result.attempted(claim, RETRY, dueAt, reason);
    }

    Duration pauseAfter(int attempts) {
        var pause = firstRetry;
        for (int i = 1; i < attempts && pause.compareTo(longestRetry) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
