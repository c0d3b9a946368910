package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// A service is killed after its transaction committed and before anyone heard of it.
///
/// A lock in the service's database holds the transaction up until the broker is frozen, so the crash comes between
/// commit and produce every time.
@ExtendWith(RunningShop.class)
class CommittedButNotToldIT {

    @Test
    void inventory_tells_after_its_restart_what_it_decided_before(Suite suite, Shop shop) throws SQLException {
        var crowd = new Crowd("told-by-inventory", 10);
        var productId = cartsFilled(shop, crowd);
        var lock = noWritesTo("reservation", suite, "inventory");
        var orderIds = accepted(shop, crowd);
        awaitInsertInto("reservation", suite, "inventory");

        freezeTheBrokerThenCommit(
                suite, lock, orderIds, it -> shop.reservation(it).isSuccess());
        suite.kill(Service.INVENTORY);
        suite.server(Server.KAFKA).resume();
        suite.start(Service.INVENTORY);

        orderIds.forEach(new Outcomes(shop)::isToldAsPlaced);
        orderIds.forEach(new Outcomes(shop)::isOrder);
        assertThat(new Goods(shop).available(productId)).isEqualTo(90);
    }

    @Test
    void order_tells_after_its_restart_what_it_placed_before(Suite suite, Shop shop) throws SQLException {
        var crowd = new Crowd("told-by-order", 10);
        var productId = cartsFilled(shop, crowd);
        var lock = noWritesTo("orders", suite, "orders");
        var orderIds = accepted(shop, crowd);
        awaitInsertInto("orders", suite, "orders");

        freezeTheBrokerThenCommit(suite, lock, orderIds, it -> shop.order(it).isSuccess());
        suite.kill(Service.ORDER);
        suite.server(Server.KAFKA).resume();
        suite.start(Service.ORDER);

        orderIds.forEach(new Outcomes(shop)::isToldAsPlaced);
        orderIds.forEach(new Outcomes(shop)::isOrder);
        assertThat(new Goods(shop).available(productId)).isEqualTo(90);
    }

    @AfterEach
    void heal(Suite suite) {
        suite.server(Server.KAFKA).resume();
        suite.start(Service.INVENTORY);
        suite.start(Service.ORDER);
    }

    private static String cartsFilled(Shop shop, Crowd crowd) {
        var goods = new Goods(shop);
        var productId = goods.inStock(100);
        goods.intoCarts(crowd, productId, 1);
        return productId;
    }

    private static List<String> accepted(Shop shop, Crowd crowd) {
        var answers = crowd.atOnce(shop::requestCheckout);
        assertThat(answers).extracting(Answer::status).containsOnly(202);
        return answers.stream().map(Outcomes::idOf).toList();
    }

    private static Connection noWritesTo(String table, Suite suite, String database) throws SQLException {
        var connection = connection(suite, database);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
        }
        return connection;
    }

    /// A batch that the service has not read yet would stay in the frozen broker.
    ///
    /// Asked outside the transaction that holds the lock: within one, `pg_stat_activity` never changes.
    private static void awaitInsertInto(String table, Suite suite, String database) throws SQLException {
        try (var connection = connection(suite, database)) {
            Awaitility.await("held up")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> hasWaitingInsertInto(table, connection));
        }
    }

    private static boolean hasWaitingInsertInto(String table, Connection connection) throws SQLException {
        var sql =
                "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO ' || ? || ' %'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Connection connection(Suite suite, String database) throws SQLException {
        var url = "jdbc:postgresql://%s/%s".formatted(suite.address(Server.POSTGRES), database);
        return DriverManager.getConnection(url, "shop", "shop");
    }

    /// Returns when the first batch is committed; how many of the orders it has is the broker's choice.
    private static void freezeTheBrokerThenCommit(
            Suite suite, Connection lock, List<String> orderIds, Predicate<String> committed) throws SQLException {
        suite.server(Server.KAFKA).pause();
        lock.rollback();
        lock.close();
        Awaitility.await("committed")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> orderIds.stream().anyMatch(committed));
    }
}
