package shop.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpFailureTest {

    @Test
    void a_mailbox_that_does_not_exist_is_refused_without_repeating_the_address() {
        var outcome = SmtpFailure.of(reply(550, "550 <ann@example.com> unknown"));

        assertThat(outcome).isEqualTo(new Outcome.Refused("mail server said 550"));
    }

    @Test
    void a_server_that_is_busy_is_asked_again() {
        assertThat(SmtpFailure.of(reply(451, "451 later"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_log_in_that_is_refused_is_not_the_mails_fault() {
        assertThat(SmtpFailure.of(reply(535, "535 no"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_server_that_does_not_answer_has_surely_sent_nothing() {
        assertThat(SmtpFailure.of(new RuntimeException(new ConnectException("refused"))))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_connection_that_breaks_may_have_sent_the_mail() {
        assertThat(SmtpFailure.of(new IOException("socket was closed unexpectedly.")))
                .isInstanceOf(Outcome.AnswerLost.class);
    }

    private static Throwable reply(int code, String message) {
        return new SMTPException("RCPT TO failed", code, List.of(message), true);
    }
}
