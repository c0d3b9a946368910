package shop.cart.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class RedisTest {

    private final RedisSettings settings = nowhere();
    private final RedissonClient client = new RedisClient().redisson(settings);
    private final Redis redis = new Redis(client, settings);

    @AfterEach
    void close() {
        client.shutdown();
    }

    @Test
    void the_service_can_start_without_redis_and_says_that_it_is_away() {
        var ping = new Call("return {}", List.of());

        assertThatThrownBy(() -> redis.run(ping)).isInstanceOf(RedisAway.class);
        assertThatThrownBy(() -> redis.runAll(List.of(ping, ping))).isInstanceOf(RedisAway.class);
        assertThatThrownBy(() -> redis.listen("channel", _ -> {})).isInstanceOf(RedisAway.class);
    }

    private static RedisSettings nowhere() {
        try (var closedAtOnce = new ServerSocket(0)) {
            var url = "redis://127.0.0.1:" + closedAtOnce.getLocalPort();
            return new TestSettings(url, Duration.ofMillis(200), 4, Duration.ofSeconds(2), Duration.ofMillis(100));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
