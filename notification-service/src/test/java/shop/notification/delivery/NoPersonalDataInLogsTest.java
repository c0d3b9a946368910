package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;
import shop.notification.channel.Outcome;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class NoPersonalDataInLogsTest {

    private static final Logger ROOT = Logger.getLogger("");

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Switchboard provider;

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        ROOT.addHandler(lines);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(lines);
        provider.repair();
    }

    @Test
    void whatever_happens_to_a_message_no_line_says_to_whom_it_went() {
        var customer = story.aKnownCustomer();
        provider.breakDown(Channel.SMS, it -> {
            throw new IllegalStateException("cannot send to " + it.to().phone());
        });
        provider.breakDown(Channel.PUSH, it -> new Outcome.Failed("busy"));
        var placed = AnOrder.of(customer.id()).placed();
        broker.send(placed, customer.changed(2).withJson("{\"email\": \"%s\", nonsense".formatted(customer.email())));

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        story.awaitThat(placed, Channel.SMS, it -> it.attempts() > 1);
        story.awaitThat(placed, Channel.PUSH, it -> it.attempts() > 1);
        broker.send(customer.erased(3));
        story.awaitState(placed, Channel.SMS, NotificationState.SKIPPED);

        assertThat(lines.written).isNotEmpty();
        assertThat(lines.written)
                .noneMatch(it -> it.contains(customer.email())
                        || it.contains("+4915112345678")
                        || it.contains("Ann Miller")
                        || it.contains("token-of-"));
    }

    private static final class Lines extends Handler {

        private final List<String> written = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            written.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
