package shop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// What there is before a test begins, made the way other services make it. Ids are fresh, as servers are shared.
public final class Given {

    public static final Duration SOON = Duration.ofSeconds(30);

    private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis());

    private Given() {}

    /// An id that no other test has.
    public static String fresh(String name) {
        return name + "-" + Long.toString(LAST.incrementAndGet(), 36);
    }

    public static AProduct aProduct(String name) {
        return new AProduct(fresh(name), name, "10.00", "USD", "ACTIVE", 100, 1);
    }

    public static String aCustomer() {
        return fresh("customer");
    }

    public static String aMember() {
        return aMember(Map.of());
    }

    /// One since or until a moment: `memberFrom`, `memberUntil`, or both.
    public static String aMember(Map<String, Instant> dates) {
        var id = fresh("member");
        var event = new HashMap<String, Object>(
                Map.of("customerId", id, "version", 1, "erased", false, "membership", "MEMBER"));
        dates.forEach((name, moment) -> event.put(name, moment.toString()));
        Topics.tell("order.customers.v1", id, "CustomerChanged", event);
        awaitField("customer:" + id, "membership-version", "1");
        return id;
    }

    /// Puts so many of a product into a customer's cart.
    public static void inCart(String customerId, String productId, int quantity) {
        var reply = Http.post("/carts/" + customerId + "/items", wanted(productId, quantity));
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    }

    public static String wanted(String productId, int quantity) {
        return "{\"productId\":\"%s\",\"quantity\":%d}".formatted(productId, quantity);
    }

    /// Until then a product that is not found is being looked for.
    public static void wholeViews() {
        await().atMost(SOON).until(() -> RedisServer.exists("projections"));
    }

    static void awaitField(String key, String field, String value) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(RedisServer.field(key, field)).isEqualTo(value));
    }

    /// A product of the catalog with its stock.
    public record AProduct(
            String id, String name, String price, String currency, String status, int available, int version) {

        public AProduct at(String newPrice) {
            return new AProduct(id, name, newPrice, currency, status, available, version);
        }

        public AProduct in(String newCurrency) {
            return new AProduct(id, name, price, newCurrency, status, available, version);
        }

        public AProduct with(int newAvailable) {
            return new AProduct(id, name, price, currency, status, newAvailable, version);
        }

        public AProduct discontinued() {
            return new AProduct(id, name, price, currency, "DISCONTINUED", available, version);
        }

        /// The same product, later.
        public AProduct next() {
            return new AProduct(id, name, price, currency, status, available, version + 1);
        }

        /// Returns its id when the cart service knows of it.
        public String told() {
            tellCatalog();
            tellStock();
            wholeViews();
            awaitField("product:" + id, "product-version", Integer.toString(version));
            awaitField("product:" + id, "available-version", Integer.toString(version));
            return id;
        }

        public void tellCatalog() {
            Topics.tell("catalog.products.v1", id, "ProductChanged", json());
        }

        public void tellStock() {
            Topics.tell(
                    "inventory.stock.v1",
                    id,
                    "StockChanged",
                    Map.of("productId", id, "version", version, "available", available, "regions", Map.of()));
        }

        private Map<String, ?> json() {
            ObjectNode node = new ObjectMapper().createObjectNode();
            node.put("productId", id).put("version", version).put("status", status);
            node.put("name", name).put("category", "ELECTRONICS");
            node.put("price", price).put("currency", currency);
            return new ObjectMapper().convertValue(node, Map.class);
        }
    }
}
