package shop.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;

/// One turn of sending a message: the providers of its channel are asked in their order until one has an answer
/// for good. One that surely did not send it is followed by the next at once; one whose answer was lost is not.
///
/// @param asking hears of each claim before a provider may have its message
/// @param patience how long a provider is waited for, at most: nobody is asked later than so long before the
/// lease ends
record Attempt(List<Gate> gates, DeliveryRules rules, Consumer<Claim> asking, Duration patience, Clock clock) {

    Result at(Claim claim, Dispatch dispatch) {
        var latest = claim.lease().minus(patience);
        var asked = 0;
        Result failed = null;
        for (var gate : gates) {
            var answer = gate.ask(dispatch, latest, () -> asking.accept(claim)).orElse(null);
            if (answer == null) {
                continue;
            }
            asked++;
            failed = result(claim, gate, answer, asked);
            if (!(answer.outcome() instanceof Outcome.Failed)) {
                return failed;
            }
        }
        return failed != null ? failed : unasked(claim, latest);
    }

    private Result result(Claim claim, Gate gate, Gate.Answer answer, int asked) {
        var sendableAt = answer.sendableAt().isAfter(claim.sendableAt()) ? answer.sendableAt() : claim.sendableAt();
        return rules.after(claim, answer.outcome(), asked, gate.provider(), sendableAt, clock.instant());
    }

    private Result unasked(Claim claim, Instant latest) {
        var now = clock.instant();
        var anyOpen = gates.stream().anyMatch(Gate::isHealthy);
        return anyOpen || now.isAfter(latest)
                ? rules.putBack(claim, now.plusSeconds(1), "its turn did not come in time")
                : rules.noProvider(claim, opensAt(now));
    }

    private Instant opensAt(Instant now) {
        return gates.stream().map(Gate::opensAt).min(Instant::compareTo).orElseGet(() -> now.plus(Gate.SHUT));
    }
}
