package shop.local.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// A reverse proxy that gives each request to the next replica.
///
/// One that cannot be connected to is passed over. A request that a replica may have got is never sent again: if there
/// is no answer to it, that is a 502, and the client decides. On the JDK alone, as whoever runs tests has its own
/// Netty.
public final class RoundRobin implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 2000;
    private static final int BAD_GATEWAY = 502;
    private static final int NO_BODY = -1;
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    static { // Read once, by the first server of this JVM.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(MOST_CONNECTIONS));
        System.setProperty("sun.net.httpserver.idleInterval", "3600"); // Seconds; the clients close theirs earlier.
    }

    private final List<URI> replicas;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final AtomicInteger requests = new AtomicInteger();

    private RoundRobin(List<URI> replicas, HttpServer server) {
        this.replicas = replicas;
        this.server = server;
    }

    /// Listens at a free port of this machine, for this machine only.
    ///
    /// @param replicas each as `http://host:port` without a path
    public static RoundRobin over(List<URI> replicas) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var proxy = new RoundRobin(List.copyOf(replicas), HttpServer.create(address, MOST_CONNECTIONS));
            proxy.server.setExecutor(proxy.threads);
            proxy.server.createContext("/", proxy::handle);
            proxy.server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `http://host:port` without a path.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            passBack(firstThatConnects(exchange, body), exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The answer of the replica whose turn it is, or of the next one that is there; nothing where it broke off.
    private Optional<HttpResponse<byte[]>> firstThatConnects(HttpExchange exchange, byte[] body)
            throws InterruptedException {
        var turn = requests.getAndIncrement();
        for (int i = 0; i < replicas.size(); i++) {
            var replica = replicas.get(Math.floorMod(turn + i, replicas.size()));
            try {
                return Optional.of(client.send(request(exchange, replica, body), BodyHandlers.ofByteArray()));
            } catch (ConnectException _) {
                // Nothing was sent, so the next one may have it.
            } catch (IOException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static HttpRequest request(HttpExchange exchange, URI replica, byte[] body) {
        var request = HttpRequest.newBuilder(replica.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        passOn(exchange.getRequestHeaders(), request::header);
        return request.build();
    }

    private static void passBack(Optional<HttpResponse<byte[]>> response, HttpExchange exchange) throws IOException {
        if (response.isEmpty()) {
            exchange.sendResponseHeaders(BAD_GATEWAY, NO_BODY);
            return;
        }
        passOn(response.get().headers().map(), exchange.getResponseHeaders()::add);
        var body = response.get().body();
        exchange.sendResponseHeaders(response.get().statusCode(), body.length == 0 ? NO_BODY : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void passOn(Map<String, List<String>> headers, BiConsumer<String, String> to) {
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(it -> to.accept(name, it));
            }
        });
    }
}
