package shop.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

/// A notifier that no line outside its own folder knows of.
@QuarkusTest
@TestProfile(SlackChannelTest.WithSlack.class)
@WithServers(database = "notification", mailbox = true)
class SlackChannelTest {

    private static final Channel SLACK = new Channel("SLACK");

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Test
    void the_shops_own_people_are_told_on_a_channel_that_has_no_topic_and_nobody_chooses() {
        var customer = story.aKnownCustomer();
        story.chooses(customer, "{\"channels\": {\"EMAIL\": false, \"SMS\": false, \"PUSH\": false}}");
        var order = AnOrder.of(customer.id());
        var cancelled = order.cancelled("REQUESTED");

        broker.send(cancelled);

        var sent = story.awaitState(cancelled, SLACK, NotificationState.SENT);
        assertThat(sent.provider()).isEqualTo("slack");
        assertThat(story.notificationsOf(order.id())).hasSize(1);
        given().queryParam("customerId", customer.id())
                .get("/api/v1/outbox")
                .then()
                .body("items.channel", contains("SLACK"))
                .body("items[0].subject", containsString(order.id().toString()))
                .body("items[0].to", empty())
                .body("items[0].text", not(containsString("Ann")));
    }

    /// An incoming webhook.
    public static final class WithSlack implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", WithSlack::take);
                server.start();
                return Map.of(
                        "shop.notification.slack.url",
                        "http://127.0.0.1:%d/services/T0/B0/secret"
                                .formatted(server.getAddress().getPort()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void take(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        }
    }
}
