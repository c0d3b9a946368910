package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    @Test
    void a_transaction_ends_before_the_lease() {
        var lease = Lease.from(System.nanoTime(), Duration.ofSeconds(3));

        assertThat(lease.forTransaction()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void a_lease_that_is_over_leaves_the_shortest_wait() {
        var lease = Lease.from(System.nanoTime() - Duration.ofMinutes(1).toNanos(), Duration.ofSeconds(3));

        assertThat(lease.forTransaction()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void without_locks_a_transaction_may_wait_longer() {
        assertThat(Lease.NONE.forTransaction()).isEqualTo(Duration.ofSeconds(10));
    }
}
