package shop.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What somebody says over HTTP about his health.
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Http() {}

    /// Whether it answers 200 in time.
    public static boolean isOk(URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }
}
