package shop.notification.delivery;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.notification.delivery.Story.SOON;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class MetricsTest {

    private static final Path RULES = Path.of("../deploy/observability/notification-slo.rules.yml");
    private static final String DELIVERY = "shop_notification_delivery_seconds_count{channel=\"EMAIL\",held=\"%s\"}";

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Overdue overdue;

    @Inject
    Sql database;

    @Test
    void what_the_alerts_look_at_is_measured() throws IOException {
        var placed = AnOrder.of(story.aKnownCustomer().id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);

        var names =
                Pattern.compile("shop_\\w+").matcher(Files.readString(RULES)).results();

        assertThat(names.map(MatchResult::group).distinct()).hasSize(3).allMatch(metrics()::contains);
        assertThat(metrics().lines())
                .anyMatch(it -> it.startsWith("shop_notification_delivery_seconds_bucket")
                        && it.contains("channel=\"EMAIL\"")
                        && it.contains("held=\"no\"")
                        && it.contains("le=\"30.0\""));
    }

    @Test
    void what_waited_for_its_customer_is_known_as_such() {
        var customer = ACustomer.any();
        var placed = AnOrder.of(customer.id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.WAITING);
        var before = value(DELIVERY.formatted("CUSTOMER"));

        broker.send(customer.changed(1));

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        await().atMost(SOON).until(() -> value(DELIVERY.formatted("CUSTOMER")) > before);
    }

    @Test
    void what_is_late_and_not_sent_yet_is_counted() {
        var placed = AnOrder.of(ACustomer.any().id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.SMS, NotificationState.WAITING);
        database.update("""
                UPDATE queued_notification
                SET state = 'RETRY', due_at = now() + interval '1 h',
                    created_at = created_at - interval '31 s', sendable_at = sendable_at - interval '31 s'
                WHERE notification_id = ?
                """, placed.id() + ":SMS");

        overdue.count();

        assertThat(value("shop_notification_overdue{channel=\"SMS\"}")).isPositive();
        database.update("DELETE FROM queued_notification WHERE event_id = ?", placed.id());
    }

    private static String metrics() {
        return get("/q/metrics").asString();
    }

    private static double value(String name) {
        return metrics()
                .lines()
                .filter(it -> it.startsWith(name))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                .sum();
    }
}
