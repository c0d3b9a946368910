package shop.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.local.server.Mode;
import shop.local.server.Refusal;
import shop.local.server.Scale;
import shop.local.server.Servers;

class PreflightTest {

    @TempDir
    Path folder;

    @Test
    void free_ports_are_no_obstacle() {
        var suite = suite(Ports.free());

        assertThat(new Preflight(suite).takenPorts()).isEmpty();
    }

    @Test
    void a_taken_port_is_named_with_who_needs_it_and_who_has_it() throws IOException {
        var ports = Ports.free();

        try (var socket = new ServerSocket(ports.of(Service.CART), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Preflight(suite(ports)).check())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + socket.getLocalPort() + ", which cart needs")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void too_little_memory_is_an_obstacle_and_enough_is_none() {
        var preflight = new Preflight(suite(Ports.free()));

        assertThat(preflight.shortageOfMemory(100))
                .hasValueSatisfying(it -> assertThat(it).contains("100 MB are free"));
        assertThat(preflight.shortageOfMemory(100_000)).isEmpty();
    }

    private Suite suite(Ports ports) {
        return new Suite(folder, ports, new Servers(folder, Mode.EMBEDDED, ports.servers(), Scale.SUITE));
    }
}
