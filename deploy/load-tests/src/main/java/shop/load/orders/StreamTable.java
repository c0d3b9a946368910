package shop.load.orders;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import shop.load.measure.Json;
import shop.load.measure.Latencies;
import shop.load.measure.Load;
import shop.load.measure.ServiceMemory;
import shop.load.orders.Dispatch.Step;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// What it costs that many orders are followed live, and how late their followers hear of a change.
///
/// @param count of the streams, each of an order of its own
/// @param perSecond how many orders move on each second
/// @param idle how long the streams are looked at while nothing happens
record StreamTable(Suite suite, Backlog backlog, Json rest, int count, double perSecond, Duration idle) {

    private static final int CONFIRMED = 2;
    private static final int SHIPPED = 3;
    private static final int DELIVERED = 4;

    void print() {
        var orderIds = backlog.confirmed(count);
        System.out.printf("""

                Orders followed live: %,d streams.
                | streams open | memory of the service, MB | of which its heap needs, MB | processor time, idle for %d s, ms |
                |---|---|---|---|
                """, count, idle.toSeconds());
        atRest(0);
        try (var streams = new OrderStreams(rest.base())) {
            var begin = System.nanoTime();
            streams.open(orderIds, CONFIRMED);
            var seconds = (System.nanoTime() - begin) / 1e9;
            atRest(count);
            System.out.printf("%nAll were open, with their history, after %.1f s.%n", seconds);
            move(orderIds, streams);
        }
    }

    private void atRest(int open) {
        var service = suite.process(Service.ORDER);
        var before = service.processorTime();
        pause();
        var used = service.processorTime().minus(before);
        System.out.printf("| %,d | %d | %d | %d |%n", open, service.megabytes(), heap(service), used.toMillis());
    }

    private static long heap(ServiceProcess service) {
        return new ServiceMemory(service.process().orElseThrow().pid()).live();
    }

    private void move(List<String> orderIds, OrderStreams streams) {
        System.out.printf("""

                | %.0f orders a second | ms from the request to the stream, p50 / p99 / most | from the answer | never came | failed |
                |---|---|---|---|---|
                """, perSecond);
        var shipping = new Dispatch(rest);
        each(orderIds, shipping::ship);
        row("shipped", shipping, SHIPPED, streams);
        var delivery = new Dispatch(rest);
        each(orderIds, delivery::deliver);
        row("delivered", delivery, DELIVERED, streams);
    }

    /// At an even rate, whatever becomes of those before.
    private void each(List<String> orderIds, Predicate<String> move) {
        Load.perSecondWhile(perSecond, begun -> begun < orderIds.size(), number -> move.test(orderIds.get(number)));
    }

    private static void row(String what, Dispatch dispatch, int sequence, OrderStreams streams) {
        streams.await(sequence);
        var steps = dispatch.steps();
        var heard = steps.stream()
                .filter(it -> streams.at(it.orderId(), sequence).isPresent())
                .toList();
        ToLongFunction<Step> arrival = it -> streams.at(it.orderId(), sequence).orElseThrow();
        System.out.printf(
                "| %s | %s | %s | %d | %d |%n",
                what,
                delay(heard, it -> arrival.applyAsLong(it) - it.asked()),
                delay(heard, it -> arrival.applyAsLong(it) - it.answered()),
                steps.size() - heard.size(),
                dispatch.failures());
    }

    private static String delay(List<Step> steps, ToLongFunction<Step> nanos) {
        var latencies = Latencies.of(steps.stream().map(nanos::applyAsLong).toList());
        return "%s / %.1f".formatted(latencies, latencies.millis(1));
    }

    private void pause() {
        try {
            Thread.sleep(idle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
