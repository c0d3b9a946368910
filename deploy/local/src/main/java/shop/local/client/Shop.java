package shop.local.client;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a customer, a merchant and the warehouse can ask of the shop, over its public REST APIs.
public final class Shop {

    private final Rest rest;
    private final Endpoints at;

    public Shop(Endpoints at) {
        this(at, new Rest());
    }

    private Shop(Endpoints at, Rest rest) {
        this.at = at;
        this.rest = rest;
    }

    /// The same shop for who has a bearer token, as operators have.
    public Shop with(String token) {
        return new Shop(at, new Rest(token));
    }

    public Answer offer(String productId, String name, String category, String price) {
        return rest.post(
                at.catalog() + "/api/v1/products",
                Map.of("productId", productId, "name", name, "category", category, "price", price, "currency", "USD"));
    }

    public Answer search(String query) {
        return rest.get(at.catalog() + "/api/v1/products?" + query);
    }

    public Answer stock(String productId) {
        return rest.get(at.inventory() + "/api/v1/stock/" + productId);
    }

    public Answer receive(String productId, int onHand) {
        return rest.put(
                at.inventory() + "/api/v1/stock/" + productId + "/warehouses/MAIN",
                Map.of("onHand", onHand),
                "If-None-Match",
                "*");
    }

    public Answer reservation(String orderId) {
        return rest.get(at.inventory() + "/api/v1/reservations/" + orderId);
    }

    /// Waits while another audit is under way.
    public Answer audit() {
        return Until.answered(() -> rest.get(at.inventory() + "/api/v1/audit"), it -> it.status() != 409);
    }

    public Answer register(String customerId, String name, String phone) {
        return rest.post(
                at.order() + "/api/v1/customers",
                Map.of(
                        "customerId", customerId,
                        "name", name,
                        "email", mailOf(customerId),
                        "phone", phone,
                        "membership", "NONE"));
    }

    public static String mailOf(String customerId) {
        return customerId + "@example.com";
    }

    public Answer cart(String customerId) {
        return rest.get(cartOf(customerId));
    }

    public Answer add(String customerId, String productId, int quantity) {
        return rest.post(cartOf(customerId) + "/items", Map.of("productId", productId, "quantity", quantity));
    }

    public Answer set(String customerId, String productId, int quantity) {
        return rest.put(cartOf(customerId) + "/items/" + productId, Map.of("quantity", quantity));
    }

    public Answer remove(String customerId, String productId) {
        return rest.delete(cartOf(customerId) + "/items/" + productId);
    }

    /// Asks for a checkout; the answer may be that it takes a while.
    public Answer requestCheckout(String customerId, String... header) {
        return requestCheckout(customerId, Map.of(), header);
    }

    /// @param how what the request says: expectedTotal, region, addressId
    public Answer requestCheckout(String customerId, Map<String, ?> how, String... header) {
        return rest.post(cartOf(customerId) + "/checkout", how, header);
    }

    /// Checks out and waits for the outcome, also where it takes longer than the service lets a request wait.
    public Answer checkout(String customerId) {
        return outcomeOf(requestCheckout(customerId));
    }

    /// The same under a key: asked again with it, there is still one order.
    public Answer checkout(String customerId, String idempotencyKey) {
        return outcomeOf(requestCheckout(customerId, "Idempotency-Key", idempotencyKey));
    }

    /// What became of a checkout, by the id that is also the order's.
    public Answer outcome(String checkoutId) {
        return rest.get(at.cart() + "/api/v1/checkouts/" + checkoutId);
    }

    private Answer outcomeOf(Answer answer) {
        if (answer.status() != 202) {
            return answer;
        }
        var location = answer.header("Location");
        var checkoutId = location.substring(location.lastIndexOf('/') + 1);
        return Until.answered(() -> outcome(checkoutId), it -> !it.text("state").equals("PROCESSING"));
    }

    public Answer order(String orderId) {
        return rest.get(at.order() + "/api/v1/orders/" + orderId);
    }

    /// What happened to it, the first 200 events.
    public Answer historyOf(String orderId) {
        return rest.get(at.order() + "/api/v1/orders/" + orderId + "/history?limit=200");
    }

    public Answer orderOnceIts(String status, String orderId) {
        return Until.answered(() -> order(orderId), it -> it.text("status").equals(status));
    }

    public Answer ordersOf(String customerId, String cursor) {
        return rest.get(at.order() + "/api/v1/customers/" + customerId + "/orders?limit=200" + next(cursor));
    }

    public Answer ship(String orderId, String carrier, String trackingNumber) {
        return rest.post(
                at.order() + "/api/v1/orders/" + orderId + "/ship",
                Map.of("carrier", carrier, "trackingNumber", trackingNumber));
    }

    public Answer deliver(String orderId) {
        return rest.post(at.order() + "/api/v1/orders/" + orderId + "/deliver", Map.of());
    }

    public Answer cancel(String orderId, String reason) {
        return rest.post(at.order() + "/api/v1/orders/" + orderId + "/cancel", Map.of("reason", reason));
    }

    public Answer policy() {
        return rest.get(at.cart() + "/api/v1/pricing/policy");
    }

    public Answer switchPolicy(String... strategies) {
        var types = Stream.of(strategies).map(it -> Map.of("type", it)).toList();
        return setPolicy(Map.of("strategies", types, "combine", "BEST"));
    }

    public Answer setPolicy(Object policy) {
        var current = policy().header("ETag");
        return rest.put(at.cart() + "/api/v1/pricing/policy", policy, "If-Match", current);
    }

    public Answer importProducts(Path file) {
        return rest.importFrom(at.catalog() + "/api/v1/products/import", file);
    }

    public Answer importProducts(String lines) {
        return rest.importOf(at.catalog() + "/api/v1/products/import", lines);
    }

    /// The same under a key, which is the import's id, and as slowly as the shop takes it.
    public Answer importProducts(String importId, Supplier<InputStream> lines, boolean compressed) {
        return rest.importOf(at.catalog() + "/api/v1/products/import", importId, lines, compressed);
    }

    /// How far an import of products is.
    public Answer productImport(String importId) {
        return rest.get(at.catalog() + "/api/v1/imports/" + importId);
    }

    public Answer importStock(Path file) {
        return rest.importFrom(at.inventory() + "/api/v1/stock/import", file);
    }

    public Answer importStock(String lines) {
        return rest.importOf(at.inventory() + "/api/v1/stock/import", lines);
    }

    public Answer movements(String productId, String cursor) {
        return rest.get(at.inventory() + "/api/v1/stock/" + productId + "/movements?limit=200" + next(cursor));
    }

    /// The topics of a service's dead letters, for operators.
    ///
    /// @param service where it answers, as one of the [Endpoints]
    public Answer deadLetters(String service) {
        return rest.get(service + "/api/v1/dead-letters");
    }

    public Answer deadLetters(String service, String topic) {
        return rest.get(service + "/api/v1/dead-letters/" + topic);
    }

    /// @param what is to be replayed: ids or limit, reason, dryRun, again
    public Answer replay(String service, String topic, Map<String, ?> what) {
        return rest.post(service + "/api/v1/dead-letters/" + topic + "/replay", what);
    }

    /// push messages.
    public Answer registerDevice(String customerId, String pushToken) {
        return rest.post(
                at.notification() + "/api/v1/customers/%s/preferences/push-tokens".formatted(customerId),
                Map.of("token", pushToken));
    }

    /// What customers were sent, on all channels.
    public Answer outboxOf(String customerId) {
        return rest.get(at.notification() + "/api/v1/outbox?limit=200&customerId=" + customerId);
    }

    /// The subjects of the mails that arrived for an address, the oldest first.
    public List<String> mailSubjectsOf(String address) {
        var messages =
                rest.get(at.mailbox() + "/api/user/" + address + "/messages").body();
        return messages.isArray() // An address that no mail came to is answered with a message about that.
                ? messages.findValuesAsText("subject")
                : List.of();
    }

    private static String next(String cursor) {
        return cursor.isEmpty() ? "" : "&cursor=" + cursor;
    }

    private String cartOf(String customerId) {
        return at.cart() + "/api/v1/carts/" + customerId;
    }
}
