package shop.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import shop.contracts.sql.Sql;

/// What the benchmark reserves: one hot product, or many that are asked for alike.
@ApplicationScoped
class Workload {

    /// About as long as the checkout of a real cart.
    private static final String JSON = """
            {"orderId": "%s", "customerId": "alice", "cartId": "019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a", "lines": [%s],
            "subtotal": "999.99", "discount": "0.00", "total": "999.99", "currency": "USD", "region": "EU",
            "addressId": "home", "fingerprint": "6c1f4f0b7d0e4a55", "requestedAt": "2026-11-27T10:15:30Z",
            "expiresAt": "2036-11-27T10:20:30Z"}""";

    private static final Instant EXPIRES_AT = Instant.parse("2036-11-27T10:20:30Z");

    private static final String LINE = """
            {"productId": "%s", "name": "A product with a name", "quantity": 1, "unitPrice": "999.99",
            "discount": "0.00", "total": "999.99", "explanation": []}""";

    private final Sql sql;

    Workload(Sql sql) {
        this.sql = sql;
    }

    Goods hot() {
        return goods("one hot product", 1);
    }

    Goods spread(int products) {
        return goods("%,d spread products".formatted(products), products);
    }

    /// Each line has products of its own, in ascending order, so that orders one at a time never deadlock either.
    private Goods goods(String name, int products) {
        var prefix = "BENCH-%d-".formatted(products);
        var each = Math.max(1, products / Goods.MOST_LINES);
        sql.update("""
                WITH new AS (
                    INSERT INTO stock (product_id, warehouse_id, on_hand, told_version)
                    SELECT ? || lpad(n::text, 6, '0'), 'MAIN', 1000000000, 1000000000
                    FROM generate_series(0, ?) AS n RETURNING product_id, on_hand)
                INSERT INTO movement (product_id, warehouse_id, kind, quantity)
                SELECT product_id, 'MAIN', 'RECEIVED', on_hand FROM new
                """, prefix, each * Goods.MOST_LINES - 1);
        sql.update("ANALYZE stock");
        return new Goods(name, prefix, each);
    }

    /// @param each how many products there are for each line
    record Goods(String name, String prefix, int each) {

        static final int MOST_LINES = 4;

        List<Checkout> checkouts(int lines, int count) {
            return IntStream.range(0, count).mapToObj(_ -> checkout(lines)).toList();
        }

        /// The text of a checkout of these lines.
        static String json(String orderId, List<String> productIds) {
            var lines = productIds.stream().map(LINE::formatted).toList();
            return JSON.formatted(orderId, String.join(", ", lines));
        }

        private Checkout checkout(int lines) {
            var productIds = new ArrayList<String>(lines);
            for (int line = 0; line < lines; line++) {
                var number = line * each + ThreadLocalRandom.current().nextInt(each);
                productIds.add(prefix + "%06d".formatted(number));
            }
            var orderId = new UUID(
                    ThreadLocalRandom.current().nextLong(),
                    ThreadLocalRandom.current().nextLong());
            return new Checkout(
                    orderId,
                    "alice",
                    "EU",
                    "6c1f4f0b7d0e4a55",
                    EXPIRES_AT,
                    productIds.stream().map(it -> new Checkout.Line(it, 1)).toList(),
                    json(orderId.toString(), productIds));
        }
    }
}
