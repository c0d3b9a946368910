package shop.cart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/// A stand-in for inventory and order service: hears every checkout and decides as the test says for its customer.
public final class Neighbours {

    /// Whose turn it is to answer, as another application of this JVM has a class, and so neighbours, of its own.
    private static final String CURRENT = "shop.test.neighbours";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Neighbours RUNNING = start();

    private final String name = UUID.randomUUID().toString();
    private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, Consumer<JsonNode>> reactions = new ConcurrentHashMap<>();

    private Neighbours() {}

    /// From now on this customer's checkouts are decided so; without it they become orders.
    public static void decide(String customerId, Consumer<JsonNode> reaction) {
        RUNNING.reactions.put(customerId, reaction);
    }

    /// What was asked for this customer until now, repeats included.
    public static List<JsonNode> askedBy(String customerId) {
        return RUNNING.heard.stream()
                .filter(it -> it.path("customerId").asText().equals(customerId))
                .toList();
    }

    public static void place(JsonNode checkout) {
        reserve(checkout);
        placed(checkout);
    }

    public static void placeTwice(JsonNode checkout) {
        place(checkout);
        placed(checkout);
    }

    public static void ignore(JsonNode checkout) {}

    public static void reserve(JsonNode checkout) {
        var event = Map.of("orderId", id(checkout), "fingerprint", fingerprint(checkout), "checkout", checkout);
        Topics.tell("inventory.reservations.v1", id(checkout), "StockReserved", event);
    }

    public static void placed(JsonNode checkout) {
        placed(checkout, fingerprint(checkout));
    }

    public static void placed(JsonNode checkout, String fingerprint) {
        var event = new LinkedHashMap<String, Object>();
        for (var field : List.of("orderId", "customerId", "lines", "subtotal", "discount", "total", "currency")) {
            event.put(field, checkout.path(field));
        }
        event.put("fingerprint", fingerprint);
        event.put("sequence", 1);
        Topics.tell("order.orders.v1", id(checkout), "OrderPlaced", event);
    }

    public static void outOfStock(JsonNode checkout) {
        reject(checkout, "OUT_OF_STOCK");
    }

    public static void notSoldHere(JsonNode checkout) {
        var shortage = Map.of(
                "productId", checkout.at("/lines/0/productId"),
                "requested", checkout.at("/lines/0/quantity"),
                "available", 0,
                "soldIn", List.of("US"));
        reject(checkout, "OUT_OF_STOCK", List.of(shortage));
    }

    public static void reject(JsonNode checkout, String reason) {
        var shortages = StreamSupport.stream(checkout.path("lines").spliterator(), false)
                .map(it -> Map.of(
                        "productId", it.path("productId").asText(),
                        "requested", it.path("quantity").asInt(),
                        "available", 1))
                .toList();
        reject(checkout, reason, shortages);
    }

    private static void reject(JsonNode checkout, String reason, List<?> shortages) {
        var event = Map.of(
                "orderId", id(checkout),
                "customerId", checkout.path("customerId"),
                "fingerprint", fingerprint(checkout),
                "reason", reason,
                "shortages", shortages);
        Topics.tell("inventory.reservations.v1", id(checkout), "StockRejected", event);
    }

    private static String id(JsonNode checkout) {
        return checkout.path("orderId").asText();
    }

    private static String fingerprint(JsonNode checkout) {
        return checkout.path("fingerprint").asText();
    }

    private static Neighbours start() {
        var neighbours = new Neighbours();
        System.setProperty(CURRENT, neighbours.name);
        Thread.ofPlatform().daemon().name("neighbours").start(neighbours::listen);
        return neighbours;
    }

    private void listen() {
        try (var consumer = Topics.consumer()) {
            var _ = Topics.assign(consumer, "cart.checkouts.v1");
            while (isCurrent()) {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> hear(it.value()));
            }
        }
    }

    private boolean isCurrent() {
        return name.equals(System.getProperty(CURRENT));
    }

    private void hear(byte[] value) {
        if (!isCurrent()) {
            return;
        }
        try {
            var checkout = JSON.readTree(value);
            heard.add(checkout);
            reactions
                    .getOrDefault(checkout.path("customerId").asText(), Neighbours::place)
                    .accept(checkout);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
