package shop.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.notification.channel.Outcome;

class SmtpFailureTest {

    @Test
    void a_mailbox_that_does_not_exist_is_refused_without_repeating_the_address() {
        var outcome = SmtpFailure.of(recipient(550, "550 <ann@example.com> unknown"), Stage.RECIPIENT);

        assertThat(outcome).isEqualTo(new Outcome.Refused("mail server said 550"));
    }

    @Test
    void a_server_that_carries_no_mail_of_ours_says_nothing_of_the_mailbox() {
        var outcome = SmtpFailure.of(recipient(554, "554 5.7.1 Relay access denied"), Stage.RECIPIENT);

        assertThat(outcome).isEqualTo(new Outcome.Failed("mail server said 554"));
    }

    @Test
    void a_sender_that_is_refused_is_not_the_fault_of_the_mail() {
        assertThat(SmtpFailure.of(reply(550), Stage.SENDER)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_server_that_is_busy_is_asked_again() {
        assertThat(SmtpFailure.of(reply(451), Stage.CONTENT_ENDED)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_mailbox_that_takes_nothing_for_now_says_nothing_of_the_server() {
        var full = SmtpFailure.of(recipient(452, "452 4.2.2 mailbox full"), Stage.RECIPIENT);

        assertThat(full).isEqualTo(new Outcome.Deferred("mail server said 452"));
    }

    @Test
    void content_that_is_refused_is_refused_for_ever() {
        assertThat(SmtpFailure.of(reply(554), Stage.CONTENT_ENDED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_log_in_that_is_refused_is_not_the_fault_of_the_mail() {
        assertThat(SmtpFailure.of(reply(530), Stage.RECIPIENT)).isInstanceOf(Outcome.Failed.class);
        assertThat(SmtpFailure.of(new AuthenticationFailedException("535 no"), Stage.CONNECTING))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_server_that_does_not_answer_has_surely_sent_nothing() {
        var failure = new MessagingException("no", new ConnectException("refused"));

        assertThat(SmtpFailure.of(failure, Stage.CONNECTING)).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_may_have_sent_the_mail_only_after_its_end(Stage stage) {
        var outcome = SmtpFailure.of(new MessagingException("no", new IOException("closed")), stage);

        var isLost = outcome instanceof Outcome.AnswerLost;
        assertThat(isLost).isEqualTo(stage == Stage.CONTENT_ENDED);
    }

    private static Exception recipient(int code, String reply) {
        var failed = new SMTPAddressFailedException(new InternetAddress(), "RCPT TO", code, reply);
        return new SendFailedException("Invalid Addresses", failed);
    }

    private static Exception reply(int code) {
        return new SMTPSendFailedException(".", code, code + " no", null, null, null, null);
    }
}
