package shop.e2e;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import shop.local.client.Answer;
import shop.local.client.Shop;

/// Customers who buy again and again, insist on an answer each time, and now and then change their minds.
final class Shoppers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ORDERS_FOR_ONE_CANCELLED = 6;

    private final Map<String, Queue<String>> orders = new ConcurrentHashMap<>();
    private final Shop shop;
    private final String productId;
    private final CompletableFuture<Void> shopping;
    private volatile boolean closing;

    Shoppers(Shop shop, Crowd crowd, String productId) {
        this.shop = shop;
        this.productId = productId;
        this.shopping =
                CompletableFuture.runAsync(() -> crowd.atOnce(this::buyAgainAndAgain), Thread::startVirtualThread);
    }

    /// Lets everyone end the order they are at. Returns the ids of all orders, by customer.
    Map<String, ? extends Collection<String>> stop() {
        closing = true;
        shopping.join();
        return orders;
    }

    /// Ends it where the test did not come to its end.
    @Override
    public void close() {
        closing = true;
    }

    private int buyAgainAndAgain(String customerId) {
        var mine = orders.computeIfAbsent(customerId, _ -> new ConcurrentLinkedQueue<>());
        while (!closing) {
            var orderId = buy(customerId, mine.size());
            mine.add(orderId);
            if (mine.size() % ORDERS_FOR_ONE_CANCELLED == 0) {
                insist(() -> isDecided(shop.cancel(orderId, "CHANGED_MY_MIND")));
            }
        }
        return mine.size();
    }

    /// Each order under a key of its own, as a careful client does.
    private String buy(String customerId, int number) {
        var key = "order-" + number;
        insist(() -> shop.set(customerId, productId, 1 + number % 2).isSuccess());
        var placed = Awaitility.await("checkout " + key + " of " + customerId)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> shop.checkout(customerId, key), Answer::isPlaced);
        return placed.text("orderId");
    }

    /// It is cancelled now, or was before, by this customer or by the shop.
    private static boolean isDecided(Answer cancelling) {
        return cancelling.isSuccess() || cancelling.status() == 409;
    }

    private static void insist(Callable<Boolean> attempt) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(attempt);
    }
}
