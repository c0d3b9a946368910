package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// Two replicas of inventory reserve crossing products. One is frozen in the middle of a transaction until its
/// locks and its place in the group are long gone, goes on as if nothing had been, and is killed at last.
class TwoReplicasIT {

    private static final int BATCHES = 400;
    private static final int CHECKOUTS_OF_EACH = 10;
    private static final int FROZEN = 100;
    private static final int PRODUCTS = 8;
    private static final int STOCK = 700;
    private static final int MOST_OPEN = 300;

    private static Suite suite;
    private static ServiceProcess other;

    private final Random random = new Random(1);

    @BeforeAll
    static void start() {
        var folder = Path.of("target/replicas").toAbsolutePath();
        suite = Suite.startForTest(folder, EnumSet.of(Service.INVENTORY));
        other = suite.replica(Service.INVENTORY);
        other.start();
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            other.stop();
            suite.stop();
        }
    }

    @Test
    void nothing_is_sold_twice_and_no_checkout_is_lost() throws IOException, SQLException {
        var shop = new Shop(suite.endpoints());
        IntStream.range(0, PRODUCTS)
                .forEach(it -> shop.importStock("{\"productId\":\"%s\",\"onHand\":%d}".formatted(product(it), STOCK))
                        .expectSuccess());

        try (var checkouts = new Checkouts(suite.address(Server.KAFKA))) {
            ask(checkouts, BATCHES / 4);
            freezeInTheMiddleOfATransaction(checkouts);
            ask(checkouts, BATCHES / 4);
            awaitAll(checkouts); // The other has taken over, and decided what the frozen one was about to.
            other.resume();
            ask(checkouts, BATCHES / 4);
            other.kill();
            ask(checkouts, BATCHES - 3 * (BATCHES / 4));
            awaitAll(checkouts);

            assertThat(checkouts.asked()).hasSize(BATCHES * CHECKOUTS_OF_EACH + FROZEN);
            assertThat(checkouts.answers().values())
                    .allSatisfy(it -> assertThat(new HashSet<>(it)).hasSize(1));
            assertThat(reserved(checkouts)).isEqualTo(reservedByStock(shop));
            assertThat(reserved(checkouts).values())
                    .allSatisfy(it -> assertThat(it).isBetween(1L, (long) STOCK));
            assertThat(shop.audit().expectSuccess().body().path("differences")).isEmpty();
            assertThat(metrics()).contains("\ninventory_drift_units 0.0\n");
        }
    }

    /// Nobody gets further than the rows' locks while somebody else has them. The frozen one has its place in the
    /// queue, and gets them while it sleeps.
    private void freezeInTheMiddleOfATransaction(Checkouts checkouts) throws SQLException {
        try (var holder = connect();
                var observer = connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT 1 FROM stock ORDER BY product_id FOR UPDATE");
            checkouts.ask(Stream.generate(this::crossing).limit(FROZEN).toList());
            Awaitility.await("both replicas wait for the rows")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> batchesThatWait(observer) == 2);
            other.pause();
            holder.rollback();
        }
    }

    private static Connection connect() throws SQLException {
        var url = "jdbc:postgresql://%s/inventory".formatted(suite.address(Server.POSTGRES));
        return DriverManager.getConnection(url, "shop", "shop");
    }

    private static int batchesThatWait(Connection observer) throws SQLException {
        try (var waiting = observer.createStatement().executeQuery("""
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%= ANY(%FOR UPDATE%'
                """)) {
            waiting.next();
            return waiting.getInt(1);
        }
    }

    /// In small batches, not all at once: a batch is sent when most of the earlier ones are answered.
    private void ask(Checkouts checkouts, int batches) {
        for (int i = 0; i < batches; i++) {
            Awaitility.await("answers")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> checkouts.asked().size() - checkouts.answers().size() < MOST_OPEN);
            checkouts.ask(
                    Stream.generate(this::crossing).limit(CHECKOUTS_OF_EACH).toList());
        }
    }

    private Map<String, Integer> crossing() {
        var wanted = new HashMap<String, Integer>();
        var lines = 1 + random.nextInt(3);
        while (wanted.size() < lines) {
            wanted.put(product(random.nextInt(PRODUCTS)), 1 + random.nextInt(2));
        }
        return wanted;
    }

    private static void awaitAll(Checkouts checkouts) {
        Awaitility.await("all are answered")
                .atMost(Duration.ofSeconds(60))
                .until(() -> checkouts.answers().keySet().containsAll(checkouts.asked()));
    }

    /// By the answers, each order once.
    private static Map<String, Long> reserved(Checkouts checkouts) {
        var units = new HashMap<String, Long>();
        checkouts.answers().values().stream()
                .map(List::getFirst)
                .flatMap(TwoReplicasIT::allocations)
                .forEach(it -> units.merge(
                        it.path("productId").asText(), it.path("quantity").asLong(), Long::sum));
        return units;
    }

    private static Stream<JsonNode> allocations(JsonNode answer) {
        return IntStream.range(0, answer.path("allocations").size()).mapToObj(answer.path("allocations")::get);
    }

    private static Map<String, Long> reservedByStock(Shop shop) {
        var units = new HashMap<String, Long>();
        IntStream.range(0, PRODUCTS)
                .mapToObj(TwoReplicasIT::product)
                .forEach(it -> units.put(
                        it,
                        shop.stock(it).expectSuccess().body().path("reserved").asLong()));
        return units;
    }

    private static String metrics() throws IOException {
        try (var in = suite.url(Service.INVENTORY).resolve("/q/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String product(int number) {
        return "CROSSING-" + number;
    }
}
