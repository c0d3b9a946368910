package shop.cart.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DurabilityTest {

    private static final String KEEPS = "# Persistence\r\naof_enabled:1\r\n";
    private static final String KEEPS_NOT = "aof_enabled:0\r\n";
    private static final String EVICTS = "maxmemory_policy:allkeys-lru\r\n";
    private static final String EVICTS_NOT = "maxmemory_policy:noeviction\r\n";

    @Test
    void a_redis_that_keeps_all_is_well() {
        assertThat(of(KEEPS, EVICTS_NOT).isDegraded()).isFalse();
    }

    @Test
    void one_that_evicts_or_has_no_append_only_file_is_degraded() {
        assertThat(of(KEEPS, EVICTS).isDegraded()).isTrue();
        assertThat(of(KEEPS_NOT, EVICTS_NOT).isDegraded()).isTrue();
    }

    @Test
    void one_that_does_not_say_is_unknown() {
        assertThat(of("", "")).isEqualTo(new Durability(Durability.UNKNOWN, Durability.UNKNOWN));
        assertThat(of("", "").isDegraded()).isFalse();
    }

    private static Durability of(String persistence, String memory) {
        return Durability.of(List.of(persistence, memory));
    }
}
