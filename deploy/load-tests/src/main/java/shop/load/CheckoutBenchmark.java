package shop.load;

import static java.util.Comparator.comparingDouble;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shop.load.measure.Load;
import shop.load.measure.ProcessorTimes;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Suite;

/// A whole checkout over REST, with all servers, services and the load itself on this machine: two products are added
/// by two calls, the cart is checked out, and the order is placed.
@Command(name = "checkouts", description = "Carts and whole checkouts: rate, latency, processor time.")
final class CheckoutBenchmark implements Runnable {

    private static final int PRODUCTS = 10_000;
    private static final int CART_CLIENTS = 32;
    private static final String SCARCE = "LOAD-SCARCE";
    private static final int UNITS = 50;
    private static final int CROWD = 200;

    @Option(names = "--seconds", defaultValue = "20", description = "Of each load (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "200", description = "Seconds before the first (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--customers", defaultValue = "3000", description = "Who buy by turns (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "32,64,128,256",
            description = "At once, to find the highest rate (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Override
    public void run() {
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath());
        try (var buyers = new Buyers(suite.endpoints().cart(), customers, CheckoutBenchmark::productId)) {
            fill(new Shop(suite.endpoints()));
            Load.atOnce(CART_CLIENTS, Duration.ofSeconds(warmUp), buyers::buy);
            carts(buyers);
            var sustained = sustained(suite, buyers);
            scarce(new Shop(suite.endpoints()), buyers);
            header();
            steady(suite, buyers, sustained);
            spike(suite, buyers, sustained);
        } finally {
            suite.stop();
        }
    }

    /// A catalogue with stock that nobody exhausts, and customers whom notifications reach.
    private void fill(Shop shop) {
        shop.importProducts(lines(it -> product(productId(it)))).expectSuccess();
        shop.importStock(lines(it -> stock(productId(it), 100_000_000))).expectSuccess();
        IntStream.range(0, customers)
                .mapToObj(Buyers::customerId)
                .forEach(it -> shop.register(it, "A customer", "+14155550100").expectSuccess());
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, PRODUCTS).mapToObj(line).collect(Collectors.joining());
    }

    private static String product(String productId) {
        return """
                {"productId":"%s","name":"A product with a name","category":"BOOKS","price":"19.99","currency":"USD"}
                """.formatted(productId);
    }

    private static String stock(String productId, int onHand) {
        return "{\"productId\":\"%s\",\"onHand\":%d}\n".formatted(productId, onHand);
    }

    private static String productId(int number) {
        return "LOAD-" + number % PRODUCTS;
    }

    private void carts(Buyers buyers) {
        System.out.printf(
                "%n| carts, %d clients | a second | ms, p50 / p99 | failed |%n|---|---|---|---|%n", CART_CLIENTS);
        row("add a product", Load.atOnce(CART_CLIENTS, Duration.ofSeconds(seconds), buyers::add));
        row("read, and so quote, 2 lines", Load.atOnce(CART_CLIENTS, Duration.ofSeconds(seconds), buyers::read));
    }

    private static void row(String what, Load.Result result) {
        System.out.printf(
                "| %s | %,.0f | %s | %d |%n", what, result.perSecond(), result.latencies(), result.failures());
    }

    /// The highest rate, whatever the number of clients that gave it.
    private double sustained(Suite suite, Buyers buyers) {
        System.out.println();
        header();
        return clients.stream()
                .map(it -> checkouts(
                        suite,
                        buyers,
                        it + " clients",
                        () -> Load.atOnce(it, Duration.ofSeconds(seconds), buyers::buy)))
                .max(comparingDouble(Load.Result::perSecond))
                .orElseThrow()
                .perSecond();
    }

    /// More customers than units, all at one moment.
    private static void scarce(Shop shop, Buyers buyers) {
        shop.importProducts(product(SCARCE)).expectSuccess();
        shop.importStock(stock(SCARCE, UNITS)).expectSuccess();
        var crowd = buyers.wanting(SCARCE, CROWD);
        var bought = new ConcurrentLinkedQueue<Customer.Bought>();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd.forEach(it -> threads.execute(() -> bought.add(it.checkOut())));
        }
        var millis = (System.nanoTime() - begin) / 1e6;
        var placed = bought.stream().filter(Customer.Bought::placed).count();
        System.out.printf(
                "%n%d customers at once for %d units: %d placed, %d answered in all, after %,.0f ms%n%n",
                CROWD, UNITS, placed, bought.size(), millis);
    }

    private void steady(Suite suite, Buyers buyers, double sustained) {
        checkouts(suite, buyers, "80 % of the highest rate", () -> perSecond(sustained * 0.8, buyers));
        checkouts(suite, buyers, "one customer alone", () -> Load.atOnce(1, Duration.ofSeconds(seconds), buyers::buy));
    }

    private void spike(Suite suite, Buyers buyers, double sustained) {
        var usual = sustained * 0.3;
        checkouts(suite, buyers, "30 % of the highest rate", () -> perSecond(usual, buyers));
        checkouts(suite, buyers, "ten times as many", () -> perSecond(usual * 10, buyers));
        checkouts(suite, buyers, "30 % of it again", () -> perSecond(usual, buyers));
    }

    private Load.Result perSecond(double rate, Buyers buyers) {
        return Load.perSecond(rate, Duration.ofSeconds(seconds), buyers::buy);
    }

    private static void header() {
        System.out.println("""
                | checkouts | placed/s | ms for all of it, p50 / p99 | ms for the checkout | answered later (202) | \
                not placed | processor time, ms each | of which | notification lag |
                |---|---|---|---|---|---|---|---|---|""");
    }

    private Load.Result checkouts(Suite suite, Buyers buyers, String what, Supplier<Load.Result> load) {
        var before = ProcessorTimes.of(suite);
        var result = load.get();
        var used = ProcessorTimes.of(suite).since(before);
        var answers = buyers.answers();
        var placed = result.latencies().nanos().length;
        System.out.printf(
                "| %s | %,.0f | %s | %s | %d | %s | %.2f | %s | %s |%n",
                what,
                result.perSecond(),
                result.latencies(),
                answers.latencies(),
                answers.later().get(),
                answers.notPlaced(),
                used.total().toNanos() / 1e6 / placed,
                used.each(placed),
                lag(suite));
        return result;
    }

    private static Map<String, Long> lag(Suite suite) {
        return ConsumerLag.of("notification-service", suite.address(Server.KAFKA));
    }
}
