package shop.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.Until;

/// The main job at size: a whole catalogue, stock for each product, orders by 32 customers at a time, and the accounts
/// checked at the end.
final class JobAtSize {

    private static final int CUSTOMERS = 32;
    private static final int ORDERS_BETWEEN_PROGRESS = 500;

    private final Shop shop;
    private final Teller teller;
    private final String run;
    private final long seed;
    private final Tally tally = new Tally();

    JobAtSize(Shop shop, Teller teller, String run, long seed) {
        this.shop = shop;
        this.teller = teller;
        this.run = run;
        this.seed = seed;
    }

    void run(Path file, int orders) {
        var productIds = new CatalogueFile(file).productIds();
        importCatalogue(file, productIds.size());
        receiveStock(productIds);
        waitUntilCartsKnow(productIds.getLast());
        var customers = register(productIds);
        order(customers, orders);
        new Accounts(shop, teller).check(productIds, customers);
    }

    private void importCatalogue(Path file, int products) {
        teller.step("Import %d products from %s".formatted(products, file));
        var started = System.nanoTime();
        shop.importProducts(file).expectSuccess();
        teller.says("stored in %d ms".formatted(millisSince(started)));
    }

    private void receiveStock(List<String> productIds) {
        teller.step("Receive stock of each");
        shop.importStock(CatalogueFile.stockImportFor(productIds, new Random(seed)))
                .expectSuccess();
    }

    private void waitUntilCartsKnow(String lastProduct) {
        var guest = "guest-" + run;
        Until.answered(() -> shop.add(guest, lastProduct, 1), Answer::isSuccess);
    }

    private List<Customer> register(List<String> productIds) {
        teller.step("Register %d customers".formatted(CUSTOMERS));
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(it -> register("load-%s-%d".formatted(run, it), it, productIds))
                .toList();
    }

    private Customer register(String customerId, int number, List<String> productIds) {
        shop.register(customerId, "Customer " + number, "+49151100%04d".formatted(number))
                .expectSuccess();
        return new Customer(customerId, shop, productIds, seed + number, tally);
    }

    private void order(List<Customer> customers, int orders) {
        teller.step("%d orders of 1 to 4 products, %d customers at a time".formatted(orders, CUSTOMERS));
        var started = System.nanoTime();
        var left = new AtomicInteger(orders);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = customers.stream()
                    .map(it -> threads.submit(() -> orderWhile(left, it, started)))
                    .toList();
            working.forEach(JobAtSize::finish);
        }
        report(millisSince(started));
    }

    private void orderWhile(AtomicInteger left, Customer customer, long started) {
        while (left.getAndDecrement() > 0) {
            customer.order();
            var placed = tally.ordersPlaced();
            if (placed % ORDERS_BETWEEN_PROGRESS == 0) {
                teller.says("%d orders, %d/s".formatted(placed, placed * 1000L / millisSince(started)));
            }
        }
    }

    private static void finish(Future<?> work) {
        try {
            work.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void report(long millis) {
        teller.says("%d orders in %s, %d orders/s, %d checkouts refused as out of stock"
                .formatted(
                        tally.ordersPlaced(),
                        Duration.ofMillis(millis),
                        tally.ordersPlaced() * 1000L / millis,
                        tally.ordersRefused()));
        teller.says("checkout p50 %d ms, p99 %d ms".formatted(tally.checkoutMillis(0.5), tally.checkoutMillis(0.99)));
    }

    private static long millisSince(long started) {
        return Math.max(1, (System.nanoTime() - started) / 1_000_000);
    }
}
