package shop.load.notifications;

import java.util.Map;
import java.util.Optional;

/// How a provider is spoken with.
sealed interface Protocol permits SendGrid, Twilio, Fcm {

    /// As the service's notifications name it.
    String channel();

    /// As the service's settings name it.
    String provider();

    /// What the service is told to speak with it.
    ///
    /// @param url where it answers, without a path
    Map<String, String> settings(String url);

    /// Which notification a request is about; empty where it is about none.
    Optional<String> notificationId(String body);

    Reply accepted();

    Reply failed();

    /// An answer over HTTP.
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }
    }
}
