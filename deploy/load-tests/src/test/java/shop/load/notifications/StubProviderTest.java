package shop.load.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.load.measure.Connections;
import shop.load.measure.Json;

class StubProviderTest {

    private static final String MAIL = "{\"custom_args\":{\"notification_id\":\"1:EMAIL\"}}";

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private StubProvider stub = failing(0);

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void what_it_takes_it_tells() throws IOException {
        assertThat(status()).isEqualTo(202);

        assertThat(accepted).containsExactly("1:EMAIL");
    }

    @Test
    void what_it_fails_it_has_not_taken() throws IOException {
        stub.close();
        stub = failing(100);

        assertThat(status()).isEqualTo(500);

        assertThat(accepted).isEmpty();
    }

    @Test
    void while_it_is_dead_connections_are_refused_and_then_it_is_back_at_the_same_address() throws IOException {
        stub.die();

        assertThatThrownBy(this::status).hasMessageContaining("Connection refused");

        stub.revive();
        assertThat(status()).isEqualTo(202);
    }

    private StubProvider failing(int percent) {
        var temper = new Temper(Duration.ZERO, percent, new Random(1));
        return new StubProvider(new SendGrid(), temper, this::keep);
    }

    private void keep(String notificationId, Instant at) {
        accepted.add(notificationId);
    }

    private int status() throws IOException {
        try (var http = Connections.keptOpen()) {
            return new Json(http, stub.url())
                    .send("POST", "/v3/mail/send", MAIL)
                    .status();
        }
    }
}
