package shop.cart.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import shop.cart.Http;
import shop.cart.RedisServer;
import shop.local.test.WithServers;

/// A client that nobody has used yet, at a Redis that is well.
@QuarkusTest
@WithServers(database = "cart", redis = true)
class RedisClientTest {

    private static final Call ECHO = new Call("return {ARGV[1]}", List.of(), "answer");

    @ConfigProperty(name = "shop.redis.url")
    String url;

    private RedissonClient client;
    private Redis redis;

    @BeforeEach
    void connect() {
        connect(32);
    }

    private void connect(int connections) {
        var settings = new TestSettings(
                url, Duration.ofMillis(400), connections, Duration.ofSeconds(30), Duration.ofMillis(100));
        client = new RedisClient().redisson(settings);
        redis = new Redis(client, settings);
    }

    @AfterEach
    void close() {
        client.shutdown();
    }

    @Test
    void a_crowd_that_comes_first_of_all_is_answered() {
        var answers = Http.atOnce(300, () -> redis.run(ECHO));

        assertThat(answers).hasSize(300).containsOnly(List.of("answer"));
    }

    @Test
    void a_crowd_may_wait_for_a_connection_longer_than_for_an_answer() {
        client.shutdown();
        connect(1);
        var slow = new Call("for _ = 1, 2000000 do end return {ARGV[1]}", List.of(), "answer"); // 10 ms and more

        var answers = Http.atOnce(60, () -> redis.run(slow));

        assertThat(answers).hasSize(60).containsOnly(List.of("answer"));
    }

    @Test
    void scripts_that_redis_has_forgotten_are_told_again() {
        redis.run(ECHO);
        RedisServer.forgetScripts();
        assertThat(redis.run(ECHO)).containsExactly("answer");

        RedisServer.forgetScripts();

        assertThat(redis.runAll(Collections.nCopies(3, ECHO))).hasSize(3).containsOnly(List.of("answer"));
    }

    @Test
    void a_redis_that_may_lose_carts_serves_and_is_told_of() {
        RedisServer.configure("maxmemory-policy", "allkeys-lru");
        try {
            var ready = Http.get("/../../q/health/ready");

            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.response().body()).contains("allkeys-lru").contains("\"degraded\": true");
        } finally {
            RedisServer.configure("maxmemory-policy", "noeviction");
        }
    }
}
