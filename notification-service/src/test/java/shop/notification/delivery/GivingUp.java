package shop.notification.delivery;

import java.time.Duration;
import java.util.Map;

/// The settings as they are, except that a lost answer ends a notification.
record GivingUp(DeliverySettings settings) implements DeliverySettings {

    @Override
    public AnswerLost answerLost() {
        return AnswerLost.GIVE_UP;
    }

    @Override
    public int batch() {
        return settings.batch();
    }

    @Override
    public int sideBySide() {
        return settings.sideBySide();
    }

    @Override
    public Map<String, Integer> perSecond() {
        return settings.perSecond();
    }

    @Override
    public Duration lease() {
        return settings.lease();
    }

    @Override
    public Duration sendTimeout() {
        return settings.sendTimeout();
    }

    @Override
    public Duration requestOverdue() {
        return settings.requestOverdue();
    }

    @Override
    public Duration waitForCustomer() {
        return settings.waitForCustomer();
    }

    @Override
    public Duration firstRetry() {
        return settings.firstRetry();
    }

    @Override
    public Duration longestRetry() {
        return settings.longestRetry();
    }

    @Override
    public Duration deadline() {
        return settings.deadline();
    }

    @Override
    public String sweepEvery() {
        return settings.sweepEvery();
    }
}
