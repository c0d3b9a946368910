package shop.load.notifications;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shop.load.measure.Json;

/// `POST /v3/mail/send`.
record SendGrid() implements Protocol {

    @Override
    public String channel() {
        return "EMAIL";
    }

    @Override
    public String provider() {
        return "sendgrid";
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of("shop.notification.sendgrid.url", url, "shop.notification.sendgrid.api-key", "SG.benchmark");
    }

    @Override
    public Optional<String> notificationId(String body) {
        try {
            var id = Json.MAPPER.readTree(body).at("/custom_args/notification_id");
            return Optional.ofNullable(id.textValue());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Reply accepted() {
        return new Reply(202, Map.of("X-Message-Id", UUID.randomUUID().toString()), "");
    }

    @Override
    public Reply failed() {
        return Reply.json(500, """
                {"errors":[{"message":"Internal Server Error","field":null,"help":null}]}""");
    }
}
