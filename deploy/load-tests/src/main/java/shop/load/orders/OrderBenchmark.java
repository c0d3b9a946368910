package shop.load.orders;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import shop.load.measure.Connections;
import shop.load.measure.Json;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// The order-service alone: orders from the topic and over REST, first in empty tables, then in full ones; how
/// these are read; and streams.
@Command(name = "orders", description = "The order-service alone: created, moved, read of full tables, followed.")
public final class OrderBenchmark implements Callable<Integer> {

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "CREATED,MOVED,FULL,STREAMS",
            description = "What is measured (${DEFAULT-VALUE}).")
    private Set<Part> parts = EnumSet.noneOf(Part.class);

    @Option(names = "--backlog", defaultValue = "40000", description = "Checkouts of a backlog (${DEFAULT-VALUE}).")
    private int backlog;

    @Option(names = "--lines", split = ",", defaultValue = "1,4", description = "Of a checkout (${DEFAULT-VALUE}).")
    private List<Integer> lines = List.of();

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,8,32",
            description = "Who ship and deliver at once (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(names = "--seconds", defaultValue = "15", description = "Of each load (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--orders", defaultValue = "10000000", description = "In the full tables (${DEFAULT-VALUE}).")
    private long orders;

    @Option(names = "--customers", defaultValue = "1000000", description = "Who have them (${DEFAULT-VALUE}).")
    private int customers;

    @Option(names = "--largest", defaultValue = "100000", description = "Orders of one customer (${DEFAULT-VALUE}).")
    private int largest;

    @Option(names = "--history", defaultValue = "1", description = "Rows for each order, at most (${DEFAULT-VALUE}).")
    private int history;

    @Option(names = "--readers", split = ",", defaultValue = "1,8", description = "At once (${DEFAULT-VALUE}).")
    private List<Integer> readers = List.of();

    @Option(names = "--streams", defaultValue = "1000", description = "Open at once (${DEFAULT-VALUE}).")
    private int streams;

    @Option(names = "--rate", defaultValue = "50", description = "Changes told to them a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--idle", defaultValue = "30", description = "Seconds without a change (${DEFAULT-VALUE}).")
    private int idle;

    @Option(names = "--seed", defaultValue = "1", description = "Of what is drawn (${DEFAULT-VALUE}).")
    private long seed;

    /// What can be measured by itself; full tables are, where they are asked for, measured as the empty ones are.
    enum Part {
        CREATED,
        MOVED,
        FULL,
        STREAMS
    }

    @Override
    public Integer call() throws IOException, SQLException {
        var filling = new Filling(orders, customers, (int) Math.min(largest, orders), history);
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.ORDER));
        try (var http = Connections.keptOpen();
                var news = new OrderNews(suite.address(Server.KAFKA));
                var checkouts = new Backlog(suite.address(Server.KAFKA), news, new ReservedStock(seed, customers))) {
            var rest = new Json(http, suite.endpoints().order());
            System.out.printf("%n%d processors%n", Runtime.getRuntime().availableProcessors());
            measure(suite, filling, news, checkouts, rest);
            return ExitCode.OK;
        } finally {
            suite.stop();
        }
    }

    private void measure(Suite suite, Filling filling, OrderNews news, Backlog checkouts, Json rest)
            throws SQLException {
        var created = new CreationTable(suite, checkouts, news, backlog, lines);
        var moved = new TransitionTable(suite, checkouts, news, rest, clients, time(), seconds * 1_000);
        changes(created, moved, "the tables empty at first");
        if (parts.contains(Part.FULL)) {
            suite.stop(Service.ORDER);
            new FullTables(suite.address(Server.POSTGRES), filling).fill();
            suite.start(Service.ORDER);
            new ReadTable(rest, filling, seed, readers, time()).print();
            changes(created, moved, "among %,d".formatted(orders));
        }
        if (parts.contains(Part.STREAMS)) {
            moved.warmUp();
            new StreamTable(suite, checkouts, rest, streams, rate, Duration.ofSeconds(idle)).print();
        }
    }

    private void changes(CreationTable created, TransitionTable moved, String where) {
        if (parts.contains(Part.CREATED)) {
            created.print(where);
        }
        if (parts.contains(Part.MOVED)) {
            moved.print(where);
        }
    }

    private Duration time() {
        return Duration.ofSeconds(seconds);
    }
}
