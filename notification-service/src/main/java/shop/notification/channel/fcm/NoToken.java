package shop.notification.channel.fcm;

import shop.notification.channel.Outcome;

/// There is no access token to be had now, so nothing was sent.
final class NoToken extends Exception {

    private final transient Outcome.Failed outcome;

    NoToken(Outcome.Failed outcome) {
        super(outcome.reason());
        this.outcome = outcome;
    }

    Outcome.Failed outcome() {
        return outcome;
    }
}
