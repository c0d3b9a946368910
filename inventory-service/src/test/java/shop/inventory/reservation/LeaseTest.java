package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    @Test
    void a_transaction_ends_before_the_lease() {
        var lease = Lease.from(System.nanoTime(), Duration.ofSeconds(3));

        assertThat(lease.transactionSeconds()).isBetween(1, 2);
    }

    @Test
    void a_lease_that_is_over_leaves_the_shortest_transaction() {
        var lease = Lease.from(System.nanoTime() - Duration.ofMinutes(1).toNanos(), Duration.ofSeconds(3));

        assertThat(lease.transactionSeconds()).isEqualTo(1);
    }

    @Test
    void without_locks_a_transaction_may_take_longer() {
        assertThat(Lease.NONE.transactionSeconds()).isEqualTo(10);
    }
}
