package shop.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/// The settings `shop.notification.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification")
interface DeliverySettings {

    int batch();

    int sideBySide();

    /// By channel, in lower case; one that is not named has no limit.
    Map<String, Integer> perSecond();

    Duration lease();

    Duration sendTimeout();

    Duration requestOverdue();

    Duration waitForCustomer();

    Duration firstRetry();

    Duration longestRetry();

    Duration deadline();

    AnswerLost answerLost();

    String sweepEvery();
}
