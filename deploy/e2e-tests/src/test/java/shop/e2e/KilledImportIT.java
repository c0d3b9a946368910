package shop.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Endpoints;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// The catalogue is killed in the middle of an import, which nobody has told it to be over.
@ExtendWith(RunningShop.class)
class KilledImportIT {

    private static final int PRODUCTS = 5000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String importId = UUID.randomUUID().toString();
    private final byte[] lines = IntStream.range(0, PRODUCTS)
            .mapToObj(it -> """
                    {"productId":"killed-%1$s-%2$d","name":"Lamp %2$d","category":"HOME","price":"1.00","currency":"USD"}
                    """.formatted(importId.substring(0, 8), it))
            .collect(Collectors.joining())
            .getBytes(UTF_8);

    @Test
    void an_import_whose_service_was_killed_goes_on_when_it_is_sent_again(Suite suite, Endpoints at)
            throws IOException, InterruptedException {
        try (var sending = sendHalf(at)) {
            await(at, it -> it.path("received").asInt() >= 1000);
            suite.kill(Service.CATALOG);
        }
        suite.start(Service.CATALOG);
        assertThat(progress(at).path("state").asText()).isEqualTo("RUNNING");
        assertThat(progress(at).path("received").asInt()).isBetween(1000, PRODUCTS / 2);

        var again =
                http.send(request(at).POST(BodyPublishers.ofByteArray(lines)).build(), BodyHandlers.discarding());

        assertThat(again.statusCode()).isEqualTo(202);
        var ended = await(at, it -> it.path("indexed").asInt() == PRODUCTS);
        assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("received").asInt()).isEqualTo(PRODUCTS);
        assertThat(ended.path("created").asInt()).isEqualTo(PRODUCTS);
    }

    @AfterEach
    void heal(Suite suite) {
        suite.start(Service.CATALOG);
    }

    /// The service reads on for as long as this is open.
    private Socket sendHalf(Endpoints at) throws IOException {
        var address = URI.create(at.catalog());
        var socket = new Socket(address.getHost(), address.getPort());
        var head = """
                POST /api/v1/products/import HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                """.formatted(importId, lines.length);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(lines, 0, lines.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }

    private HttpRequest.Builder request(Endpoints at) {
        return HttpRequest.newBuilder(URI.create(at.catalog() + "/api/v1/products/import"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", importId);
    }

    private JsonNode await(Endpoints at, Predicate<JsonNode> wanted) {
        return Awaitility.await("import").atMost(Duration.ofSeconds(60)).until(() -> progress(at), wanted::test);
    }

    private JsonNode progress(Endpoints at) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(at.catalog() + "/api/v1/imports/" + importId));
        return new ObjectMapper()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
