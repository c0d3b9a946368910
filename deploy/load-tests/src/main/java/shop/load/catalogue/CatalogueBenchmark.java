package shop.load.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import shop.load.measure.Connections;
import shop.load.measure.Json;
import shop.load.measure.Load;
import shop.load.measure.ServiceMemory;
import shop.load.measure.Wait;
import shop.local.catalogue.Catalogue;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// One catalogue that grows: its import, searches at each size, and at the end the rebuild of its index and what
/// another routing would bring.
@Command(name = "catalogue", description = "A large catalogue: import, searches, rebuild of the index, routing.")
public final class CatalogueBenchmark implements Callable<Integer> {

    private static final Duration MERGES = Duration.ofMinutes(2);
    private static final int WARM_UP_CLIENTS = 8;
    private static final int NOT_ASKED_BEFORE = 200_000_000;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Products, ascending; measured at each (${DEFAULT-VALUE}).")
    private List<Long> sizes = List.of();

    @Option(names = "--products", description = "The last size; those of --sizes that are smaller come before it.")
    private @Nullable Long products;

    @Option(names = "--seed", defaultValue = "1", description = "Of the catalogue (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--seconds", defaultValue = "10", description = "Of each load (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "Seconds of searching before each size is measured (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--clients", split = ",", defaultValue = "1,8,32", description = "At once (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(
            names = "--routing-products",
            defaultValue = "100000",
            description = "How many the routings are compared with (${DEFAULT-VALUE}).")
    private long routingProducts;

    @Option(names = "--heap", defaultValue = "512m", description = "Of the service (${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(names = "--opensearch-heap", defaultValue = "1g", description = "Of OpenSearch (${DEFAULT-VALUE}).")
    private String openSearchHeap = "";

    @Override
    public Integer call() throws IOException, SQLException {
        System.setProperty("shop.catalog.heap", heap);
        System.setProperty("shop.opensearch.heap", openSearchHeap);
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.CATALOG));
        try (var http = Connections.keptOpen()) {
            System.out.printf(
                    "%n%d processors; heap of the service at most %s, of OpenSearch %s%n",
                    Runtime.getRuntime().availableProcessors(), heap, openSearchHeap);
            measure(suite, http);
            return ExitCode.OK;
        } finally {
            suite.stop();
        }
    }

    private void measure(Suite suite, CloseableHttpClient http) throws SQLException {
        var catalogue = new Catalogue(seed);
        var shopper = new Shopper(new Json(http, suite.endpoints().catalog()));
        var openSearch = new Json(http, "http://" + suite.address(Server.OPENSEARCH));
        var index = new ProductsInIndex(openSearch);
        var imports = new ImportTable(new Shop(suite.endpoints()), catalogue, index, memoryOf(suite));
        var ratings = new Ratings(suite.address(Server.POSTGRES), catalogue, index);
        var size = 0L;
        for (var next : sizes()) {
            imports.grow(size, next);
            ratings.give(size, next);
            size = next;
            search(suite, shopper, index, new Questions(catalogue, size));
        }
        var updates = new Updates(shopper.catalog(), catalogue, size);
        new Rebuild(shopper, index, new Questions(catalogue, size), updates).measure();
        new RoutingTable(openSearch, catalogue, Math.min(size, routingProducts), time()).print();
    }

    private List<Long> sizes() {
        var last = products == null ? sizes.getLast() : products;
        return Stream.concat(sizes.stream().filter(it -> it < last), Stream.of(last))
                .toList();
    }

    private void search(Suite suite, Shopper shopper, ProductsInIndex index, Questions questions) {
        Wait.until(() -> !index.isMerging(), MERGES);
        System.out.printf("%nThe index: %s%n", index.size());
        var searches =
                Searches.all(questions, new DeepPages(shopper.catalog()).paths(), mostPopular(shopper.catalog()));
        var there = searches.stream().filter(it -> it.isThere(shopper)).toList();
        Load.atOnce(WARM_UP_CLIENTS, Duration.ofSeconds(warmUp), it -> {
            var search = there.get(it % there.size());
            return shopper.asksAnew(search.uncached().apply(NOT_ASKED_BEFORE + it));
        });
        new SearchTable(suite, shopper, clients, time()).print(questions.size(), searches);
    }

    private static List<String> mostPopular(Json catalog) {
        var page = catalog.get("/api/v1/products?facets=false&sort=-popularity&limit=20")
                .expectSuccess()
                .body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(it -> "/api/v1/products/" + it.path("productId").asText())
                .toList();
    }

    private static ServiceMemory memoryOf(Suite suite) {
        return new ServiceMemory(
                suite.process(Service.CATALOG).process().orElseThrow().pid());
    }

    private Duration time() {
        return Duration.ofSeconds(seconds);
    }
}
