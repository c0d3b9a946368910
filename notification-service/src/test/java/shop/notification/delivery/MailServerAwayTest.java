package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.delivery.Story.subjectsTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.local.test.TestServers;
import shop.local.test.WithServers;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class MailServerAwayTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @AfterEach
    void bringBack() {
        TestServers.mailServer().resume();
        TestServers.mailServer().start();
    }

    @Test
    void a_mail_server_that_is_away_gets_the_mail_when_it_is_back_and_holds_up_no_other_channel() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        TestServers.mailServer().kill();

        broker.send(placed);

        story.awaitState(placed, Channel.SMS, NotificationState.SENT);
        var retried = story.awaitThat(placed, Channel.EMAIL, it -> it.attempts() >= 1);
        assertThat(retried.state()).isNotEqualTo(NotificationState.DEAD);
        TestServers.mailServer().start();
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        assertThat(subjectsTo(customer, order)).hasSize(1);
    }

    @Test
    void a_mail_server_that_does_not_answer_is_not_waited_for_for_ever() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        TestServers.mailServer().pause();

        broker.send(placed);

        var retried = story.awaitThat(placed, Channel.EMAIL, it -> it.attempts() >= 1);
        assertThat(retried.reason()).startsWith("mail server broke off");
        TestServers.mailServer().resume();
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        assertThat(subjectsTo(customer, order)).isNotEmpty(); // Perhaps twice: the answer to the first was lost.
    }
}
