package shop.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shop.load.measure.Latencies;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// From a checkout on its topic to the answer on its own: how many a second, and how long each takes.
@Command(name = "reservations", description = "Reservations from Kafka to Kafka: rate and latency.")
final class ReservationBenchmark implements Runnable {

    private static final double LOW = 50;
    private static final int MOST_OPEN = 2000;

    @Option(names = "--count", defaultValue = "60000", description = "Checkouts of a backlog (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seconds", defaultValue = "15", description = "Of each steady load (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public void run() {
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.INVENTORY));
        var one = suite.process(Service.INVENTORY);
        var two = suite.replica(Service.INVENTORY);
        try (var traffic = new ReservationTraffic(suite.address(Server.KAFKA))) {
            var demands = List.of(
                    new Demand("one hot product", 1, 1),
                    new Demand("10,000 products", 10_000, 1),
                    new Demand("10,000 products, 4 lines", 2_500, 4));
            var shop = new Shop(suite.endpoints());
            demands.forEach(it -> shop.importStock(it.stock()).expectSuccess());
            demands.forEach(it -> backlog(it, traffic, List.of(one)));
            printHeader();
            demands.forEach(it -> row(it, traffic, List.of(one)));
            two.start();
            backlog(demands.getFirst(), traffic, List.of(one, two));
            demands.forEach(it -> row(it, traffic, List.of(one, two)));
        } finally {
            two.stop();
            suite.stop();
        }
    }

    private void printHeader() {
        System.out.printf("""

                A second: a backlog of %,d; and as fast as %,d open checkouts allow, with their sender on this machine.
                Milliseconds from Kafka to Kafka, p50 / p99: at %.0f a second, and at 80 %% of that rate.
                | what is bought | replicas | backlog/s | processor time, us each | sustained/s | ms at %.0f/s | ms at 80 %% | \
                p99 ms of the partitions at 80 %% |
                |---|---|---|---|---|---|---|---|
                """, count, MOST_OPEN, LOW, LOW);
    }

    private void row(Demand demand, ReservationTraffic traffic, List<ServiceProcess> replicas) {
        var before = processorTime(replicas);
        var backlog = backlog(demand, traffic, replicas);
        var micros = processorTime(replicas).minus(before).toNanos() / 1e3 / count;
        var sustained = sustained(demand, traffic);
        var low = steady(demand, traffic, LOW);
        var high = steady(demand, traffic, sustained * 0.8);
        System.out.printf(
                "| %s | %d | %,.0f | %.0f | %,.0f | %s | %s | %s |%n",
                demand.name(),
                replicas.size(),
                backlog,
                micros,
                sustained,
                ReservationTraffic.all(low),
                ReservationTraffic.all(high),
                spread(high));
    }

    /// The backlog is built while the service is frozen, so that nobody else needs the processors.
    private double backlog(Demand demand, ReservationTraffic traffic, List<ServiceProcess> replicas) {
        replicas.forEach(ServiceProcess::pause);
        traffic.send(demand, count);
        var begin = System.nanoTime();
        replicas.forEach(ServiceProcess::resume);
        traffic.answers();
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private double sustained(Demand demand, ReservationTraffic traffic) {
        var begin = System.nanoTime();
        traffic.sendWithin(demand, MOST_OPEN, Duration.ofSeconds(seconds));
        var answered = ReservationTraffic.all(traffic.answers()).nanos().length;
        return answered / ((System.nanoTime() - begin) / 1e9);
    }

    private Map<Integer, Latencies> steady(Demand demand, ReservationTraffic traffic, double perSecond) {
        traffic.send(demand, perSecond, Duration.ofSeconds(seconds));
        return traffic.answers();
    }

    private static Duration processorTime(List<ServiceProcess> replicas) {
        return replicas.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private static String spread(Map<Integer, Latencies> byPartition) {
        var p99 =
                byPartition.values().stream().mapToDouble(it -> it.millis(0.99)).summaryStatistics();
        return "%.1f to %.1f".formatted(p99.getMin(), p99.getMax());
    }
}
