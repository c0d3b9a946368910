package shop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import shop.contracts.event.Untold;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class UntoldStockTest {

    private static final int AT_ONCE = 2;
    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%SET told_version%'
            """;

    @Inject
    Shop shop;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    /// In a transaction that is never committed, so that the service's own publisher does not tell them first.
    @Test
    void products_that_are_untold_all_the_time_keep_nobody_from_being_told() throws SQLException {
        var untold = new UntoldStock(json, Clock.systemUTC());
        var products = IntStream.range(0, 7).mapToObj("0-UNTOLD-%d"::formatted).toList();

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var product : products) {
                begin(product, connection);
            }

            assertThat(oneRound(untold, connection)).containsSubsequence(products);

            connection.rollback();
        }
    }

    /// Each in a connection of its own, as services and publisher are.
    @Test
    void a_product_that_somebody_holds_keeps_no_other_from_being_sold_while_it_is_marked() throws Exception {
        var untold = new UntoldStock(json, Clock.systemUTC());
        var free = shop.product(1);
        var held = shop.product(1);
        try (var holder = database.getConnection();
                var publisher = database.getConnection();
                var buyer = database.getConnection()) {
            holder.setAutoCommit(false);
            lock(held, holder, "");
            var told = untold.read(publisher, 10_000);
            var marking = CompletableFuture.runAsync(() -> mark(untold, publisher, told), Thread.ofPlatform()::start);

            await().atMost(Broker.PATIENCE).until(() -> shop.number(WAITING) > 0);
            lock(free, buyer, "NOWAIT");

            assertThat(marking).isNotDone();
            holder.rollback();
            marking.join();
        }
    }

    private static void lock(String product, Connection connection, String how) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM stock WHERE product_id = ? FOR UPDATE " + how)) {
            statement.setString(1, product);
            statement.executeQuery();
        }
    }

    private static void mark(UntoldStock untold, Connection connection, List<Untold.Row> told) {
        try {
            untold.markTold(connection, told);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nothing is marked told: all stay as due as they were.
    private static List<String> oneRound(UntoldStock untold, Connection connection) throws SQLException {
        var seen = new ArrayList<String>();
        var next = ids(untold, connection);
        while (seen.stream().noneMatch(next::contains)) {
            seen.addAll(next);
            next = ids(untold, connection);
        }
        return seen;
    }

    private static List<String> ids(UntoldStock untold, Connection connection) throws SQLException {
        return untold.read(connection, AT_ONCE).stream().map(Untold.Row::id).toList();
    }

    private static void begin(String product, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO stock (product_id, warehouse_id, on_hand) VALUES (?, 'MAIN', 1)")) {
            insert.setString(1, product);
            insert.executeUpdate();
        }
    }
}
