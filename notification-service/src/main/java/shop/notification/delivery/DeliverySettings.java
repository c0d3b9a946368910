package shop.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// The settings `shop.notification.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification")
interface DeliverySettings {

    int batch();

    int sideBySide();

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
