package shop.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final HttpServer one = replica(it -> answer(it, "one"));
    private final HttpServer two = replica(it -> answer(it, "two"));
    private final RoundRobin proxy = RoundRobin.over(List.of(url(one), url(two)));

    @Test
    void replicas_take_turns() {
        assertThat(askedFourTimes()).containsExactly("one", "two", "one", "two");
    }

    @Test
    void one_that_is_not_there_is_passed_over() {
        one.stop(0);

        assertThat(askedFourTimes()).containsOnly("two");
    }

    @Test
    void what_a_replica_got_and_did_not_answer_is_not_sent_to_another() {
        one.removeContext("/");
        one.createContext("/", HttpExchange::close); // Breaks the connection off.

        var answers = Stream.generate(this::ask).limit(4).toList();

        assertThat(answers).extracting(Answer::status).containsExactly(502, 200, 502, 200);
    }

    @Test
    void request_and_answer_pass_through_whole() {
        var answer =
                new Rest().put(proxy.url() + "/carts/alice?a=b%20c", Map.of("quantity", 1), "Idempotency-Key", "k");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Location")).isEqualTo("/here");
        assertThat(answer.text("request")).isEqualTo("PUT /carts/alice?a=b%20c");
        assertThat(answer.text("key")).isEqualTo("k");
        assertThat(answer.body().at("/body/quantity").asInt()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        proxy.close();
        one.stop(0);
        two.stop(0);
    }

    private List<String> askedFourTimes() {
        return IntStream.range(0, 4).mapToObj(_ -> ask().text("by")).toList();
    }

    private Answer ask() {
        return new Rest().post(proxy.url(), Map.of());
    }

    private static HttpServer replica(HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, String by) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = "{\"by\":\"%s\",\"request\":\"%s %s\",\"key\":\"%s\",\"body\":%s}"
                    .formatted(
                            by,
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/here");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
