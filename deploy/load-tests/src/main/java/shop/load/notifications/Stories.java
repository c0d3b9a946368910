package shop.load.notifications;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Orders of customers who are drawn evenly, and what happens to them; the same in every run.
final class Stories {

    private static final int MOST_UNDER_WAY = 250;

    private final SplittableRandom random;
    private final int customers;

    Stories(long seed, int customers) {
        random = new SplittableRandom(seed);
        this.customers = customers;
    }

    static String customerId(int number) {
        return "customer-" + number;
    }

    /// Of new orders, each from its placement to its delivery. Many are under way at once, so the kinds come mixed.
    ///
    /// @param events how many, rounded down to whole stories
    List<OrderEvent> mixed(int events) {
        var steps = Step.values();
        var placed = Stream.generate(() -> next(Step.PLACED))
                .limit(events / steps.length)
                .toList();
        var apart = Math.clamp(placed.size() / steps.length, 1, MOST_UNDER_WAY);
        return IntStream.range(0, placed.size() + apart * (steps.length - 1))
                .boxed()
                .flatMap(turn -> Stream.of(steps)
                        .filter(it -> isThere(turn - it.ordinal() * apart, placed))
                        .map(it -> placed.get(turn - it.ordinal() * apart).then(it)))
                .toList();
    }

    /// One of each new order: that it is confirmed.
    Stream<OrderEvent> confirmed(int events) {
        return Stream.generate(() -> next(Step.CONFIRMED)).limit(events);
    }

    private static boolean isThere(int number, List<OrderEvent> orders) {
        return number >= 0 && number < orders.size();
    }

    private OrderEvent next(Step step) {
        var orderId = new UUID(random.nextLong(), random.nextLong());
        return new OrderEvent(orderId, customerId(random.nextInt(customers)), step);
    }
}
