package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class LongStatementsTest {

    @Inject
    DataSource database;

    @Inject
    LongStatements longStatements;

    @Test
    void the_connection_waits_longer_while_it_must_and_no_longer() {
        var timeouts = QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        networkTimeout(),
                        longStatements.upTo(Duration.ofMinutes(5), this::networkTimeout),
                        networkTimeout()));

        assertThat(timeouts).containsExactly(60_000, 310_000, 60_000);
    }

    private int networkTimeout() {
        try (var connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
