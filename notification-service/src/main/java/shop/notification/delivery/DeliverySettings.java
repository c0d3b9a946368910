package shop.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import shop.notification.channel.Channel;

/// The settings `shop.notification.delivery.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.delivery")
interface DeliverySettings {

    int batch();

    int sideBySide();

    /// Messages that a provider may be given, by all replicas together, by its name; any number where it is not
    /// named.
    Map<String, Integer> perSecond();

    Duration lease();

    Duration sendTimeout();

    Duration requestOverdue();

    Duration waitForCustomer();

    Duration firstRetry();

    Duration longestRetry();

    Duration deadline();

    /// By channel, in lower case; SEND_AGAIN where a channel is not named.
    Map<String, AnswerLost> answerLost();

    String sweepEvery();

    Duration kept();

    default AnswerLost answerLostOn(Channel channel) {
        return answerLost().getOrDefault(channel.name().toLowerCase(Locale.ROOT), AnswerLost.SEND_AGAIN);
    }
}
