package shop.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.local.test.TestServers;
import shop.local.test.WithServers;
import shop.notification.ACustomer;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class EmailNotifierTest {

    @Inject
    EmailNotifier notifier;

    @Test
    void a_mail_carries_the_notification_in_its_headers() throws Exception {
        var customer = ACustomer.any();
        var dispatch = dispatch(customer.email());

        await().atMost(Duration.ofSeconds(40)).until(() -> notifier.send(dispatch) instanceof Outcome.Accepted);

        assertThat(sourceOfMailsTo(customer))
                .contains("X-Notification-Id: " + dispatch.notificationId())
                .contains("Message-ID: <" + dispatch.idempotencyKey() + "@example.com>")
                .contains("Auto-Submitted: auto-generated");
    }

    @Test
    void a_customer_without_an_address_cannot_be_reached() {
        assertThat(notifier.send(dispatch(null))).isInstanceOf(Outcome.Unreachable.class);
    }

    private static Dispatch dispatch(String email) {
        var contact = new Contact("ann", email, null);
        return new Dispatch(UUID.randomUUID() + ":EMAIL", Instant.now(), contact, "subject", "text");
    }

    private static String sourceOfMailsTo(ACustomer customer) throws IOException, InterruptedException {
        var address =
                "http://%s/api/user/%s/messages".formatted(TestServers.mailbox().address(), customer.email());
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
