package shop.notification.channel;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/// Reads from a failed SMTP dialogue whether the mail is lost, may be tried again, or may even have been sent.
final class SmtpFailure {

    private SmtpFailure() {}

    /// The server's words are left out: they like to repeat the address.
    static Outcome of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SMTPException reply -> {
                    return answered(reply.getReplyCode());
                }
                case ConnectException _ -> {
                    return new Outcome.Failed("mail server does not answer");
                }
                case UnknownHostException _ -> {
                    return new Outcome.Failed("mail server not found");
                }
                case IllegalArgumentException _ -> {
                    return new Outcome.Refused("not an e-mail address");
                }
                default -> {}
            }
        }
        return new Outcome.AnswerLost(
                "mail server broke off: " + failure.getClass().getSimpleName());
    }

    private static Outcome answered(int code) {
        var reason = "mail server said " + code;
        var authentication = code / 10 == 53; // Our own log-in is refused, not this mail.
        return code >= 500 && !authentication ? new Outcome.Refused(reason) : new Outcome.Failed(reason);
    }
}
