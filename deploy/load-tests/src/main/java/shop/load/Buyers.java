package shop.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import shop.load.measure.Connections;
import shop.load.measure.Latencies;
import shop.local.client.Until;

/// Customers, and what they do by turns.
final class Buyers implements AutoCloseable {

    private final CloseableHttpClient http;
    private final String cartService;
    private final int customers;
    private final IntFunction<String> products;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Answers answers = new Answers();

    Buyers(String cartService, int customers, IntFunction<String> products) {
        this.cartService = cartService;
        this.customers = customers;
        this.products = products;
        http = Connections.keptOpen();
    }

    static String customerId(int number) {
        return "buyer-" + number;
    }

    /// How checkouts were answered.
    ///
    /// @param nanos from the request to the order, of those that were placed
    /// @param refused how many ended otherwise, by the status of their first answer
    record Answers(Collection<Long> nanos, AtomicInteger later, Map<Integer, Integer> refused) {

        Answers() {
            this(new ConcurrentLinkedQueue<>(), new AtomicInteger(), new ConcurrentSkipListMap<>());
        }

        Latencies latencies() {
            return Latencies.of(nanos);
        }

        String notPlaced() {
            return refused.isEmpty() ? "0" : refused.toString();
        }

        private void add(Customer.Bought bought, long time) {
            if (bought.placed()) {
                nanos.add(time);
            } else {
                refused.merge(bought.status(), 1, Integer::sum);
            }
            if (bought.status() == 202) {
                later.incrementAndGet();
            }
        }
    }

    /// Those since this was asked last.
    Answers answers() {
        var before = answers;
        answers = new Answers();
        return before;
    }

    boolean add(int number) {
        return next().add(products.apply(number % 2), 1);
    }

    boolean read(int number) {
        return next().read();
    }

    /// Two products by two calls, and the checkout.
    boolean buy(int number) {
        var customer = next();
        if (!customer.add(products.apply(2 * number), 1) || !customer.add(products.apply(2 * number + 1), 1)) {
            return false;
        }
        var begin = System.nanoTime();
        var bought = customer.checkOut();
        answers.add(bought, System.nanoTime() - begin);
        return bought.placed();
    }

    /// So many customers, with one unit of the product in the cart of each. Returns when the cart service, too, has
    /// heard of it.
    List<Customer> wanting(String productId, int count) {
        var crowd = Stream.generate(this::next).limit(count).toList();
        crowd.forEach(it -> Until.answered(() -> it.add(productId, 1), added -> added));
        return crowd;
    }

    /// Whoever has not bought for longest.
    private Customer next() {
        var number = Math.floorMod(turn.getAndIncrement(), customers);
        return new Customer(http, cartService, customerId(number));
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
