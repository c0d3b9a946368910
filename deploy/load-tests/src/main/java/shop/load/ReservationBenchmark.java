package shop.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// From a checkout on its topic to the answer on its own: how many a second, and how long each takes.
@Command(name = "reservations", description = "Reservations from Kafka to Kafka: rate and latency.")
final class ReservationBenchmark implements Runnable {

    private static final double LOW = 50;

    @Option(names = "--count", defaultValue = "60000", description = "Checkouts of a flood (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seconds", defaultValue = "20", description = "Of each steady load (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public void run() {
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.INVENTORY));
        var replica = suite.replica(Service.INVENTORY);
        try (var traffic = new ReservationTraffic(suite.address(Server.KAFKA))) {
            var demands = List.of(
                    new Demand("one hot product", 1, 1),
                    new Demand("10,000 products", 10_000, 1),
                    new Demand("10,000 products 4 lines", 2_500, 4));
            demands.forEach(
                    it -> new Shop(suite.endpoints()).importStock(it.stock()).expectSuccess());
            demands.forEach(it -> flood(it, traffic, List.of(suite.process(Service.INVENTORY))));

            System.out.println("""

                    | what is bought | replicas | answered/s, backlog | p50 / p99 ms at %.0f/s | p50 / p99 ms at 80 %% | p99 ms of the partitions at 80 %% |
                    |---|---|---|---|---|---|""".formatted(LOW));
            demands.forEach(it -> row(it, traffic, List.of(suite.process(Service.INVENTORY))));
            replica.start();
            demands.forEach(it -> row(it, traffic, List.of(suite.process(Service.INVENTORY), replica)));
        } finally {
            replica.stop();
            suite.stop();
        }
    }

    private void row(Demand demand, ReservationTraffic traffic, List<ServiceProcess> replicas) {
        var rate = Math.max(flood(demand, traffic, replicas), flood(demand, traffic, replicas));
        var low = steady(demand, traffic, LOW);
        var high = steady(demand, traffic, rate * 0.8);
        System.out.printf(
                "| %s | %d | %,.0f | %s | %s (%,.0f/s) | %s |%n",
                demand.name(),
                replicas.size(),
                rate,
                ReservationTraffic.all(low),
                ReservationTraffic.all(high),
                rate * 0.8,
                spread(high));
    }

    /// The rate at which a backlog is worked off. It is built while the service is frozen, so that nobody else needs
    /// the processors.
    private double flood(Demand demand, ReservationTraffic traffic, List<ServiceProcess> replicas) {
        replicas.forEach(ServiceProcess::pause);
        traffic.send(demand, count);
        var begin = System.nanoTime();
        replicas.forEach(ServiceProcess::resume);
        traffic.answers();
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private Map<Integer, Latencies> steady(Demand demand, ReservationTraffic traffic, double perSecond) {
        traffic.send(demand, perSecond, Duration.ofSeconds(seconds));
        return traffic.answers();
    }

    private static String spread(Map<Integer, Latencies> byPartition) {
        var p99 = byPartition.values().stream()
                .flatMapToDouble(it -> DoubleStream.of(it.millis(0.99)))
                .summaryStatistics();
        return "%.1f to %.1f".formatted(p99.getMin(), p99.getMax());
    }
}
