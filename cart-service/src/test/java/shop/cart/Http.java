package shop.cart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;

/// The service as its customers reach it.
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Http() {}

    public record Reply(int status, JsonNode body, HttpResponse<String> response) {

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public String text(String field) {
            return body.path(field).asText();
        }
    }

    public static Reply get(String path) {
        return send("GET", path, null);
    }

    public static Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public static Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public static Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /// Makes so many calls at the same moment and returns what all answered.
    public static <T> List<T> atOnce(int calls, Callable<T> call) {
        var ready = new CountDownLatch(calls);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < calls; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            return futures.stream().map(Http::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(
                        URI.create(address() + "/api/v1" + path).normalize())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var json = response.body().startsWith("{") ? JSON.readTree(response.body()) : MissingNode.getInstance();
            return new Reply(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String address() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }
}
