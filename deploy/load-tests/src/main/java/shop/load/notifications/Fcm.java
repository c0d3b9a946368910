package shop.load.notifications;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shop.load.measure.Json;

/// `POST /v1/projects/.../messages:send`, with an access token that the same server gives.
///
/// @param credentials where the file of a service account is written that sends the service there for its tokens
record Fcm(Path credentials) implements Protocol {

    static final String TOKEN_PATH = "/token";
    static final Reply TOKEN = Reply.json(200, """
            {"access_token":"benchmark","expires_in":3599,"token_type":"Bearer"}""");

    @Override
    public String channel() {
        return "PUSH";
    }

    @Override
    public String provider() {
        return "fcm";
    }

    /// Writes the file, too.
    @Override
    public Map<String, String> settings(String url) {
        new ServiceAccountFile(url + TOKEN_PATH).write(credentials);
        return Map.of("shop.notification.fcm.url", url, "shop.notification.fcm.credentials", credentials.toString());
    }

    @Override
    public Optional<String> notificationId(String body) {
        try {
            var id = Json.MAPPER.readTree(body).at("/message/data/notificationId");
            return Optional.ofNullable(id.textValue());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Reply accepted() {
        return Reply.json(200, """
                {"name":"projects/benchmark/messages/%s"}""".formatted(UUID.randomUUID()));
    }

    @Override
    public Reply failed() {
        return Reply.json(500, """
                {"error":{"code":500,"message":"Internal error encountered.","status":"INTERNAL"}}""");
    }
}
