package shop.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// JSON over HTTP, as any client of the shop would speak it.
final class Rest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_FOR_IMPORTS = Duration.ofHours(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> always;

    Rest() {
        always = Map.of();
    }

    /// With the token in each request.
    Rest(String token) {
        always = Map.of("Authorization", "Bearer " + token);
    }

    /// Asks for what is so now, as those must who wait for something to become so.
    Answer get(String url) {
        return send("GET", url, BodyPublishers.noBody(), Map.of("Cache-Control", "no-cache"));
    }

    Answer post(String url, Object body, String... headers) {
        return send("POST", url, json(body), headersOf("application/json", headers));
    }

    Answer put(String url, Object body, String... headers) {
        return send("PUT", url, json(body), headersOf("application/json", headers));
    }

    Answer delete(String url) {
        return send("DELETE", url, BodyPublishers.noBody(), Map.of());
    }

    /// Posts lines of JSON as an import.
    Answer importFrom(String url, Path file) {
        try {
            return send("POST", url, BodyPublishers.ofFile(file), headersOf("application/x-ndjson"));
        } catch (FileNotFoundException e) {
            throw new UnexpectedAnswer("There is no file " + file);
        }
    }

    /// Posts lines of JSON as an import.
    Answer importOf(String url, String lines) {
        return send("POST", url, BodyPublishers.ofString(lines), headersOf("application/x-ndjson"));
    }

    /// Posts lines of JSON as an import under a key; these may be more than fit into memory.
    Answer importOf(String url, String importId, Supplier<InputStream> lines, boolean compressed) {
        var headers = new HashMap<>(headersOf("application/x-ndjson", "Idempotency-Key", importId));
        if (compressed) {
            headers.put("Content-Encoding", "gzip");
        }
        return send("POST", url, BodyPublishers.ofInputStream(lines), headers, PATIENCE_FOR_IMPORTS);
    }

    private Answer send(String method, String url, BodyPublisher body, Map<String, String> headers) {
        return send(method, url, body, headers, PATIENCE);
    }

    private Answer send(String method, String url, BodyPublisher body, Map<String, String> headers, Duration patience) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(patience).method(method, body);
        always.forEach(request::header);
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + url, response.statusCode(), response.headers(), read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s was not answered. Is the shop up?".formatted(method, url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headersOf(String contentType, String... more) {
        return more.length == 0
                ? Map.of("Content-Type", contentType)
                : Map.of("Content-Type", contentType, more[0], more[1]);
    }

    private BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().textNode(body);
        }
    }
}
