package shop.load.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import shop.load.notifications.Protocol.Reply;

/// Stands in for a provider: takes messages after a while, fails some of them, and can be dead.
final class StubProvider implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;

    static {
        // Read once, by the first server: small answers leave at once, and connections stay open as long as their
        // client
        // keeps them.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Protocol protocol;
    private final Temper temper;
    private final BiConsumer<String, Instant> accepted;
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private HttpServer server;

    /// @param accepted hears of each message that is taken, by its notification's id, and when
    StubProvider(Protocol protocol, Temper temper, BiConsumer<String, Instant> accepted) {
        this.protocol = protocol;
        this.temper = temper;
        this.accepted = accepted;
        server = listen();
        address = server.getAddress();
    }

    Protocol protocol() {
        return protocol;
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /// Connections are refused from now on. What it had begun to answer is answered, so that nobody need wonder whether
    /// it was taken.
    void die() {
        server.stop(SECONDS_TO_END);
    }

    /// At the same port.
    void revive() {
        server = listen();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private HttpServer listen() {
        try {
            var fresh = HttpServer.create(address, 1024);
            fresh.setExecutor(threads);
            fresh.createContext("/", exchange -> answer(exchange, this::reply));
            fresh.createContext(Fcm.TOKEN_PATH, exchange -> answer(exchange, _ -> Fcm.TOKEN));
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply reply(String body) {
        var id = protocol.notificationId(body);
        LockSupport.parkNanos(temper.latency().toNanos());
        if (id.isEmpty()) {
            return Reply.json(400, "{}");
        }
        if (temper.fails()) {
            return protocol.failed();
        }
        accepted.accept(id.get(), Instant.now());
        return protocol.accepted();
    }

    private interface Answering {
        Reply reply(String body);
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var reply = answering.reply(body);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
