package shop.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import shop.e2e.GatewayBook.Entry;
import shop.e2e.GatewayBook.Status;

/// A payment gateway over HTTP with all that goes wrong with one. What it does with an order, the order's id decides.
final class FaultyGateway implements AutoCloseable {

    private static final Duration A_CUSTOMERS_MOMENT = Duration.ofMillis(300);

    /// By then the order is given up.
    private static final Duration TOO_LONG = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final GatewayBook book = new GatewayBook();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GatewayNotices notices;
    private final HttpServer server;

    /// @param shop where its notices go
    FaultyGateway(URI shop) throws IOException {
        notices = new GatewayNotices(shop.resolve("/api/v1/payments/webhook"));
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/payments", this::answer);
        server.start();
    }

    private enum Manner {
        APPROVE,
        DECLINE,
        /// Takes the money, but its first answer is lost.
        LOSE_ANSWER,
        /// The customer has to do something first; then the money is taken, and a notice says so.
        TELL_LATER,
        /// Takes nothing, and answers nothing but a void.
        IGNORE,
        /// Takes the money and answers nothing, the first void neither; too long after that, a notice says so.
        HIDE;

        /// More than half is answered, or nobody would ask it any more.
        private static final List<Manner> OF_TWELVE = List.of(
                APPROVE,
                APPROVE,
                APPROVE,
                APPROVE,
                APPROVE,
                DECLINE,
                LOSE_ANSWER,
                LOSE_ANSWER,
                TELL_LATER,
                TELL_LATER,
                IGNORE,
                HIDE);

        static Manner of(String orderId) {
            return OF_TWELVE.get(Math.floorMod(orderId.hashCode(), OF_TWELVE.size()));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    GatewayBook book() {
        return book;
    }

    /// The orders whose notices nobody has taken yet, with what was answered last.
    Map<String, String> unheard() {
        return notices.unheard();
    }

    @Override
    public void close() {
        notices.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = json.readTree(exchange.getRequestBody());
        var orderId = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var isVoid = exchange.getRequestURI().getPath().endsWith("/void");
        var answer = isVoid ? voidPayment(orderId) : charge(orderId, request);
        if (answer.isPresent()) {
            send(exchange, answer.get());
        } else if (Manner.of(orderId) == Manner.LOSE_ANSWER) {
            exchange.close();
        } // Else the shop waits, until it does no more.
    }

    private Optional<Entry> charge(String orderId, JsonNode request) {
        var first = asked.add("charge " + orderId);
        return switch (Manner.of(orderId)) {
            case APPROVE -> Optional.of(note(orderId, Status.SUCCEEDED, request));
            case DECLINE -> Optional.of(note(orderId, Status.FAILED, request));
            case LOSE_ANSWER ->
                Optional.of(note(orderId, Status.SUCCEEDED, request)).filter(_ -> !first);
            case TELL_LATER -> {
                var entry = note(orderId, Status.PENDING, request);
                if (first) {
                    notices.tellAfter(A_CUSTOMERS_MOMENT, orderId, () -> book.takeOpen(orderId));
                }
                yield Optional.of(entry);
            }
            case IGNORE -> Optional.empty();
            case HIDE -> {
                note(orderId, Status.SUCCEEDED, request);
                yield Optional.empty();
            }
        };
    }

    private Optional<Entry> voidPayment(String orderId) {
        var entry = book.note(new Entry(orderId, Status.VOIDED, "", ""));
        if (Manner.of(orderId) == Manner.HIDE && entry.isTaken() && asked.add("void " + orderId)) {
            notices.tellAfter(TOO_LONG, orderId, () -> entry);
            return Optional.empty();
        }
        return Optional.of(entry);
    }

    private Entry note(String orderId, Status status, JsonNode request) {
        var amount = request.path("amount").asText();
        return book.note(
                new Entry(orderId, status, amount, request.path("currency").asText()));
    }

    private void send(HttpExchange exchange, Entry entry) throws IOException {
        var answer = json.createObjectNode().put("status", entry.status().name());
        if (entry.isTaken()) {
            answer.put("paymentId", entry.paymentId())
                    .put("amount", entry.amount())
                    .put("currency", entry.currency());
        }
        var body = json.writeValueAsBytes(answer);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
