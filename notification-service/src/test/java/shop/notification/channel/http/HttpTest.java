package shop.notification.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);

    private final CountDownLatch end = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        server.close();
    }

    @Test
    void a_status_is_an_answer_though_its_body_breaks_off() {
        says("HTTP/1.1 202 Accepted\r\nX-Id: 1\r\nContent-Length: 100\r\n\r\n{", false);

        var reply = call(PATIENCE);

        assertThat(reply).isInstanceOfSatisfying(Answer.class, it -> {
            assertThat(it.status()).isEqualTo(202);
            assertThat(it.header("X-Id")).contains("1");
            assertThat(it.json().isMissingNode()).isTrue();
        });
    }

    @Test
    void a_status_is_an_answer_though_its_body_never_ends() {
        says("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{", true);

        assertThat(call(IMPATIENCE))
                .isInstanceOfSatisfying(
                        Answer.class, it -> assertThat(it.status()).isEqualTo(202));
    }

    @Test
    void a_body_without_end_fills_no_memory() {
        says("HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(200_000), true);

        assertThat(call(PATIENCE))
                .isInstanceOfSatisfying(
                        Answer.class, it -> assertThat(it.body()).isEmpty());
    }

    @Test
    void a_head_that_never_ends_is_a_lost_answer() {
        says("HTTP/1.1 200 OK\r\nX-Id: ", true);

        assertThat(call(IMPATIENCE)).isEqualTo(new Reply.Lost("provider did not answer in time"));
    }

    @Test
    void a_date_says_how_long_to_wait_by_the_providers_own_clock() {
        says(
                "HTTP/1.1 429 No\r\nDate: Fri, 27 Nov 2026 10:15:30 GMT\r\n"
                        + "Retry-After: Fri, 27 Nov 2026 10:16:00 GMT\r\nContent-Length: 0\r\n\r\n",
                false);

        assertThat(((Answer) call(PATIENCE)).retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_wait_that_is_nonsense_is_none_and_no_wait_is_longer_than_a_day() {
        assertThat(retryAfter("soon")).isNull();
        assertThat(retryAfter("-5")).isNull();
        assertThat(retryAfter("0")).isNull();
        assertThat(retryAfter("999999999")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void what_begins_after_its_deadline_is_not_sent() {
        var request = Http.postJson(uri(), Map.of());

        var reply = new Http(PATIENCE).call(request, Deadline.in(Duration.ZERO));

        assertThat(reply).isEqualTo(new Reply.NotSent("no time left"));
    }

    @Test
    void a_host_that_there_is_not_has_surely_got_nothing() {
        var request = Http.postJson(URI.create("http://nobody.invalid"), Map.of());

        assertThat(new Http(PATIENCE).call(request)).isEqualTo(new Reply.NotSent("provider cannot be reached"));
    }

    private static Duration retryAfter(String value) {
        var headers = HttpHeaders.of(Map.of("Retry-After", List.of(value)), (_, _) -> true);
        return new Answer(429, headers, "").retryAfter();
    }

    private Reply call(Duration timeout) {
        return new Http(timeout).call(Http.postJson(uri(), Map.of()));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// Answers one request, and then closes the connection or keeps it open.
    private void says(String answer, boolean keepsOpen) {
        Thread.ofVirtual().start(() -> {
            try (var client = server.accept()) {
                readHead(client);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
                if (keepsOpen) {
                    end.await();
                }
            } catch (IOException | InterruptedException _) {
                // The test is over.
            }
        });
    }

    private static void readHead(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null && !line.isEmpty(); ) {
            // Nobody needs it.
        }
        in.read(new char[2]); // Unread bytes would make the closing a reset.
    }
}
