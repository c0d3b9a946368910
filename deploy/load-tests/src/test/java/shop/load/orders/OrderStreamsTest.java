package shop.load.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderStreamsTest {

    private HttpServer server;
    private OrderStreams streams;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/orders/known/stream", exchange -> answer(exchange, 200, """
                id:1
                data:{}

                """));
        server.createContext("/", exchange -> answer(exchange, 404, ""));
        server.start();
        streams = new OrderStreams("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        streams.close();
        server.stop(0);
    }

    @Test
    void a_stream_is_open_when_it_has_told_what_happened_before() {
        streams.open(List.of("known"), 1);

        assertThat(streams.at("known", 1)).isPresent();
        assertThat(streams.at("known", 2)).isEmpty();
    }

    @Test
    void a_stream_that_is_refused_is_not_waited_for() {
        assertThatThrownBy(() -> streams.open(List.of("known", "unknown"), 1)).hasMessageContaining("404");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
