package shop.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;

/// One turn of sending a message: the providers of its channel are asked in their order until one has an answer
/// for good. One that surely did not send it is followed by the next at once; one whose answer was lost is not.
record Attempt(List<Gate> gates, DeliveryRules rules, Clock clock) {

    Result at(Claim claim, Dispatch dispatch) {
        var asked = 0;
        Result failed = null;
        for (var gate : gates) {
            var answer = gate.ask(dispatch).orElse(null);
            if (answer == null) {
                continue;
            }
            asked++;
            var sendableAt = latest(claim.sendableAt(), answer.sendableAt());
            failed = rules.after(claim, answer.outcome(), asked, gate.provider(), sendableAt, clock.instant());
            if (!(answer.outcome() instanceof Outcome.Failed)) {
                return failed;
            }
        }
        return failed != null ? failed : rules.noProvider(claim, opensAt());
    }

    private Instant opensAt() {
        return gates.stream()
                .map(Gate::opensAt)
                .min(Instant::compareTo)
                .orElseGet(() -> clock.instant().plus(Gate.SHUT));
    }

    private static Instant latest(Instant one, Instant other) {
        return Stream.of(one, other).max(Instant::compareTo).orElseThrow();
    }
}
