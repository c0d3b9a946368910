package shop.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import shop.local.server.Addresses;

class PortTest {

    @Test
    void one_that_somebody_listens_at_is_taken_and_names_the_process() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Port.isTaken(socket.getLocalPort())).isTrue();
            assertThat(Port.owner(socket.getLocalPort()))
                    .hasValueSatisfying(it -> assertThat(it)
                            .startsWith("process " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void one_that_nobody_listens_at_is_free() {
        assertThat(Port.isTaken(Addresses.freePort())).isFalse();
    }
}
