package shop.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.notification.channel.smtp.ScriptedMailServer.CLOSES;
import static shop.notification.channel.smtp.ScriptedMailServer.DOT;
import static shop.notification.channel.smtp.ScriptedMailServer.GREETING;
import static shop.notification.channel.smtp.ScriptedMailServer.NEVER_ENDS;
import static shop.notification.channel.smtp.ScriptedMailServer.SAYS_NOTHING;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Outcome;

class SmtpDialogueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);

    private ScriptedMailServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedMailServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_mail_that_the_server_takes_is_accepted_under_its_own_id() {
        var dispatch = ADispatch.any().on(Channel.EMAIL);

        var outcome = provider(PATIENCE).send(dispatch);

        assertThat(outcome).isEqualTo(new Outcome.Accepted("<" + dispatch.idempotencyKey() + "@example.com>"));
        assertThat(server.mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA", DOT})
    void a_server_that_is_busy_at_any_point_has_surely_sent_nothing(String point) {
        server.at(point, "421 4.3.2 busy").at("HELO", "421 4.3.2 busy");

        assertThat(send(PATIENCE)).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL"})
    void what_is_refused_before_the_recipient_is_named_is_not_the_fault_of_the_mail(String point) {
        server.at(point, "554 not you").at("HELO", "554 not you");

        assertThat(send(PATIENCE)).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such mailbox", "DATA, 554 no", ".,554 5.6.0 content not wanted"})
    void a_recipient_or_a_content_that_is_refused_is_refused_for_ever(String point, String reply) {
        server.at(point, reply);

        assertThat(send(PATIENCE)).isEqualTo(new Outcome.Refused("mail server said " + reply.substring(0, 3)));
    }

    @Test
    void a_server_that_carries_no_mail_of_ours_says_nothing_of_the_recipient() {
        server.at("RCPT", "554 5.7.1 relay access denied");

        assertThat(send(PATIENCE)).isEqualTo(new Outcome.Failed("mail server said 554"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA"})
    void a_connection_that_breaks_before_the_last_dot_has_surely_sent_nothing(String point) {
        server.at(point, CLOSES).at("HELO", CLOSES);

        assertThat(send(PATIENCE)).isInstanceOf(Outcome.Failed.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void a_connection_that_breaks_after_the_last_dot_has_lost_the_answer() {
        server.at(DOT, CLOSES);

        assertThat(send(PATIENCE)).isInstanceOf(Outcome.AnswerLost.class);
        assertThat(server.mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA"})
    void a_server_that_falls_silent_before_the_last_dot_has_surely_sent_nothing(String point) {
        server.at(point, SAYS_NOTHING);

        assertThat(send(IMPATIENCE)).isInstanceOf(Outcome.Failed.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void a_server_that_falls_silent_after_the_last_dot_has_lost_the_answer() {
        server.at(DOT, SAYS_NOTHING);

        assertThat(send(IMPATIENCE)).isInstanceOf(Outcome.AnswerLost.class);
    }

    @Test
    @Timeout(60)
    void a_server_that_answers_without_end_is_not_waited_for_without_end() {
        server.at("MAIL", NEVER_ENDS);

        assertThat(send(IMPATIENCE)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whoever_is_interrupted_waits_no_longer_and_leaves_a_mail_without_end() {
        server.at("RCPT", SAYS_NOTHING);
        Thread.currentThread().interrupt();

        var outcome = send(PATIENCE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void a_dialogue_that_was_given_up_does_not_come_to_its_end() throws MessagingException {
        var settings = new Settings(server.port(), "shop@example.com");
        var connections = new SmtpConnections(settings, PATIENCE);
        var mail = new SmtpMails(settings).write(ADispatch.any().on(Channel.EMAIL), connections.session());
        var connection = connections.take();

        var given = connection.abandon();
        var later = connection.deliver(mail, "<1@example.com>");

        assertThat(List.of(given, later)).hasOnlyElementsOfType(Outcome.Failed.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void nothing_that_listens_has_surely_sent_nothing() throws IOException {
        server.close();

        assertThat(send(PATIENCE)).isEqualTo(new Outcome.Failed("mail server does not answer"));
    }

    @Test
    void mails_share_a_connection_also_after_one_was_refused() {
        var provider = provider(PATIENCE);
        provider.send(ADispatch.any().on(Channel.EMAIL));
        server.at("RCPT", "550 5.1.1 no such mailbox");
        provider.send(ADispatch.any().on(Channel.EMAIL));
        server.at("RCPT", "250 ok");

        provider.send(ADispatch.any().on(Channel.EMAIL));

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_kept_connection_that_the_server_has_closed_is_made_anew() {
        var provider = provider(PATIENCE);
        provider.send(ADispatch.any().on(Channel.EMAIL));
        server.at("RSET", CLOSES);

        var outcome = provider.send(ADispatch.any().on(Channel.EMAIL));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void an_address_that_is_none_is_refused_for_ever_and_not_repeated() {
        var outcome = provider(PATIENCE).send(ADispatch.any().to("ann miller@").on(Channel.EMAIL));

        assertThat(outcome).isEqualTo(new Outcome.Refused("not an e-mail address"));
    }

    @Test
    void a_line_break_in_a_subject_begins_no_other_header() {
        provider(PATIENCE)
                .send(ADispatch.any()
                        .withSubject("News\r\nBcc: all@example.com")
                        .on(Channel.EMAIL));

        assertThat(server.mails().getFirst()).contains("Subject: News Bcc: all@example.com\n");
    }

    @Test
    void a_sender_that_is_no_address_is_named_where_the_provider_is_chosen() {
        var settings = new Settings(server.port(), "Shop");

        assertThatThrownBy(() -> provider(settings, PATIENCE).checkSettings())
                .hasMessage("shop.notification.smtp.from is not an e-mail address");
    }

    private Outcome send(Duration timeout) {
        return provider(timeout).send(ADispatch.any().on(Channel.EMAIL));
    }

    private SmtpProvider provider(Duration timeout) {
        return provider(new Settings(server.port(), "Shop <shop@example.com>"), timeout);
    }

    private static SmtpProvider provider(SmtpSettings settings, Duration timeout) {
        return new SmtpProvider(new SmtpConnections(settings, timeout), settings, timeout);
    }

    private record Settings(int port, String from) implements SmtpSettings {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Security security() {
            return Security.STARTTLS_IF_OFFERED;
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public int idleConnections() {
            return 2;
        }
    }
}
