package shop.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import shop.load.catalogue.CatalogueBenchmark;
import shop.load.notifications.NotificationBenchmark;
import shop.load.orders.OrderBenchmark;

/// `./shop benchmark`, once the script has built what it needs.
@Command(
        name = "benchmark",
        description = "Measures the shop on this machine, in a suite of its own.",
        subcommands = {
            ReservationBenchmark.class,
            StockImportBenchmark.class,
            CheckoutBenchmark.class,
            CatalogueBenchmark.class,
            OrderBenchmark.class,
            NotificationBenchmark.class
        })
final class Benchmark {

    private Benchmark() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }
}
