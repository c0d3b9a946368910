package shop.order.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "orders")
class UnplacedReservationsTest {

    @Inject
    UnplacedReservations unplaced;

    @Inject
    Sql sql;

    @Test
    void those_that_were_placed_or_are_older_than_what_could_bring_them_back_are_forgotten() {
        var placed = aReservedCheckout();
        placed.arrives();
        awaitStatus(placed.orderId(), "CONFIRMED");
        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        note(placed.orderId(), 1);
        note(old, 91);
        note(young, 89);

        unplaced.forget();

        assertThat(isNoted(placed.orderId())).isFalse();
        assertThat(isNoted(old)).isFalse();
        assertThat(isNoted(young)).isTrue();
    }

    private void note(UUID orderId, int daysAgo) {
        sql.update(
                "INSERT INTO unplaced_reservation VALUES (?, 'test', now() - make_interval(days => ?))",
                orderId,
                daysAgo);
    }

    private boolean isNoted(UUID orderId) {
        return sql.first("SELECT 1 FROM unplaced_reservation WHERE order_id = ?", row -> row.getInt(1), orderId)
                .isPresent();
    }
}
