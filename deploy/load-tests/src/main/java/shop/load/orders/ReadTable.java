package shop.load.orders;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import shop.load.measure.Json;
import shop.load.measure.Load;

/// How fast orders are read of full tables: a customer's, page by page, and single ones.
///
/// @param time of each load
record ReadTable(Json rest, Filling filling, long seed, List<Integer> clients, Duration time) {

    private static final String PAGE = "/api/v1/customers/%s/orders?limit=20";
    private static final int FAR = 100;
    private static final int NOT_ASKED_BEFORE = 10_000_000;

    void print() {
        System.out.printf("""

                Read of %,d orders, of which one customer has %,d.
                | read | clients | requests/s | ms, p50 / p99 | failed |
                |---|---|---|---|---|
                """, filling.orders(), filling.largest());
        var first = PAGE.formatted(Filling.LARGEST);
        var far = far(first);
        rows("first page of the customer who has most", _ -> first);
        rows("page %d of the same".formatted(FAR), _ -> far);
        rows("first page of customers at random", it -> PAGE.formatted(customer(it)));
        rows("orders at random", it -> "/api/v1/orders/" + order(it));
    }

    private void rows(String what, IntFunction<String> path) {
        for (var count : clients) {
            var others = count * NOT_ASKED_BEFORE; // What was read just now would be in the caches.
            var result = Load.atOnce(count, time, it -> isAnswered(path.apply(others + it)));
            System.out.printf(
                    "| %s | %d | %,.0f | %s | %d |%n",
                    what, count, result.perSecond(), result.latencies(), result.failures());
        }
    }

    private boolean isAnswered(String path) {
        return rest.answers(ClassicRequestBuilder.get(rest.base() + path).build(), status -> status == 200);
    }

    /// The page as its cursor names it; the last one where there are not so many.
    private String far(String first) {
        var path = first;
        for (int page = 1; page < FAR; page++) {
            var next = rest.get(path).expectSuccess().body().path("nextCursor");
            if (!next.isTextual()) {
                break;
            }
            path = first + "&cursor=" + next.asText();
        }
        return path;
    }

    private String customer(int number) {
        return Filling.customerId(random(number).nextInt(filling.customers()));
    }

    private String order(int number) {
        return Filling.orderId(1 + random(number).nextLong(filling.orders()));
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_000_007 + number);
    }
}
