package shop.order.following;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A client that follows an order, as a browser's `EventSource` does; closing it hangs up.
final class OpenStream implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new ArrayList<>();
    private int comments;
    private boolean ended;

    record Event(String id, String type, String data) {}

    private OpenStream(HttpRequest request) throws Exception {
        response = client.send(request, BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::read);
    }

    static OpenStream of(UUID orderId) throws Exception {
        return new OpenStream(request(orderId).build());
    }

    static OpenStream after(int lastEventId, UUID orderId) throws Exception {
        return after(Integer.toString(lastEventId), orderId);
    }

    static OpenStream after(String lastEventId, UUID orderId) throws Exception {
        return new OpenStream(
                request(orderId).header("Last-Event-ID", lastEventId).build());
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    synchronized List<String> ids() {
        return events.stream().map(Event::id).toList();
    }

    OpenStream awaitTypes(String... types) {
        await(() -> types().equals(List.of(types)), "the events are " + List.of(types));
        return this;
    }

    /// Waits for comments beyond those that are there.
    void awaitHeartbeats(int number) {
        var now = comments();
        await(() -> comments() >= now + number, "heartbeats");
    }

    void awaitEnd() {
        await(this::hasEnded, "the stream ends");
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private synchronized int comments() {
        return comments;
    }

    private static HttpRequest.Builder request(UUID orderId) {
        var path = "http://127.0.0.1:%d/api/v1/orders/%s/stream".formatted(RestAssured.port, orderId);
        return HttpRequest.newBuilder(URI.create(path));
    }

    private void await(Callable<Boolean> condition, String what) {
        Awaitility.await(what).pollDelay(Duration.ZERO).atMost(LIMIT).until(condition);
    }

    private void read() {
        var lines = new ArrayList<String>();
        try {
            response.body().forEach(line -> {
                if (line.isEmpty()) {
                    take(List.copyOf(lines));
                    lines.clear();
                } else {
                    lines.add(line);
                }
            });
        } catch (RuntimeException _) {
            // Hung up, by either side.
        }
        end();
    }

    private synchronized void take(List<String> lines) {
        if (lines.getFirst().startsWith(":")) {
            comments++;
        } else {
            events.add(new Event(field("id", lines), field("event", lines), field("data", lines)));
        }
    }

    private synchronized void end() {
        ended = true;
    }

    private static String field(String name, List<String> lines) {
        return lines.stream()
                .filter(it -> it.startsWith(name + ":"))
                .reduce((_, _) -> {
                    throw new AssertionError("More than one " + name + ": " + lines);
                })
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
