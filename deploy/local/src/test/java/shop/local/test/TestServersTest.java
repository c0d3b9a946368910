package shop.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import shop.local.server.Server;

class TestServersTest {

    @Test
    void all_start() {
        long t = System.nanoTime();
        for (var s : Server.values()) {
            long t0 = System.nanoTime();
            TestServers.start(List.of(s));
            System.out.println(s + " " + (System.nanoTime() - t0) / 1000000);
        }
        TestServers.start(List.of(Server.values()));
        System.out.println((System.nanoTime() - t) / 1000000);
        assertThat(TestServers.redis().isRunning()).isTrue();
    }
}
