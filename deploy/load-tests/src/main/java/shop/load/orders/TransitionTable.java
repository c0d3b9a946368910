package shop.load.orders;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import shop.load.measure.Json;
import shop.load.measure.Latencies;
import shop.load.measure.Used;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// How fast paid orders are shipped and delivered over REST, and told of.
///
/// @param time of each load; it ends earlier where no order is left
/// @param orders for each load
record TransitionTable(
        Suite suite, Backlog backlog, OrderNews news, Json rest, List<Integer> clients, Duration time, int orders) {

    void print(String where) {
        System.out.printf("""

                Orders shipped and delivered over REST, %s.
                | clients | transitions/s | ms, p50 / p99 | ms from the request to its event on the topic, p50 / p99 | failed | \
                processor time of the service, us each | of PostgreSQL |
                |---|---|---|---|---|---|---|
                """, where);
        warmUp();
        clients.forEach(this::row);
    }

    void warmUp() {
        move(clients.getLast(), new Dispatch(rest));
    }

    private void row(int clients) {
        var dispatch = new Dispatch(rest);
        var used = move(clients, dispatch);
        var steps = dispatch.steps();
        System.out.printf(
                "| %d | %,.0f | %s | %s | %d | %s |%n",
                clients,
                perSecond(steps),
                latencies(steps, it -> it.answered() - it.asked()),
                latencies(steps, it -> news.at(it.type(), it.orderId()).orElseThrow() - it.asked()),
                dispatch.failures(),
                used.each(Math.max(1, steps.size())));
    }

    /// Returns when the topic has told all of it.
    private Used move(int clients, Dispatch dispatch) {
        var waiting = new ConcurrentLinkedQueue<>(backlog.confirmed(orders));
        var replicas = List.of(suite.process(Service.ORDER));
        var before = Used.of(suite, replicas);
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                threads.execute(() -> work(waiting, dispatch, end));
            }
        }
        news.await(OrderNews.SHIPPED, dispatch.steps(OrderNews.SHIPPED).size());
        news.await(OrderNews.DELIVERED, dispatch.steps(OrderNews.DELIVERED).size());
        return Used.of(suite, replicas).since(before);
    }

    private static void work(Queue<String> waiting, Dispatch dispatch, long end) {
        while (System.nanoTime() < end) {
            var orderId = waiting.poll();
            if (orderId == null) {
                return;
            }
            if (dispatch.ship(orderId)) {
                dispatch.deliver(orderId);
            }
        }
    }

    private static double perSecond(Collection<Dispatch.Step> steps) {
        var begin = steps.stream().mapToLong(Dispatch.Step::asked).min().orElse(0);
        var end = steps.stream().mapToLong(Dispatch.Step::answered).max().orElse(1);
        return steps.size() / ((end - begin) / 1e9);
    }

    private static Latencies latencies(Collection<Dispatch.Step> steps, ToLongFunction<Dispatch.Step> nanos) {
        return Latencies.of(steps.stream().map(nanos::applyAsLong).toList());
    }
}
