package shop.notification.channel.smtp;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Outcome;

/// Reads from a failed SMTP dialogue whether the mail will never be taken, may be tried again, or may have been
/// sent.
final class SmtpFailure {

    private SmtpFailure() {}

    static Outcome of(Exception failure, Stage stage) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SMTPAddressFailedException it
                when isReply(it.getReturnCode()) -> {
                    return answered(it.getReturnCode(), it.getMessage(), stage);
                }
                case SMTPSenderFailedException it
                when isReply(it.getReturnCode()) -> {
                    return answered(it.getReturnCode(), it.getMessage(), stage);
                }
                case SMTPSendFailedException it
                when isReply(it.getReturnCode()) -> {
                    return answered(it.getReturnCode(), it.getMessage(), stage);
                }
                case AuthenticationFailedException _ -> {
                    return new Outcome.Failed("mail server refused our log-in");
                }
                case ConnectException _ -> {
                    return new Outcome.Failed("mail server does not answer");
                }
                case UnknownHostException _ -> {
                    return new Outcome.Failed("mail server not found");
                }
                default -> {}
            }
        }
        return broken(stage);
    }

    /// Before the last dot there was nothing to deliver; after it, nobody but the server knows.
    private static Outcome broken(Stage stage) {
        return switch (stage) {
            case CONNECTING, SENDER, RECIPIENT, CONTENT, ABANDONED -> new Outcome.Failed("mail server broke off");
            case CONTENT_ENDED -> new Outcome.AnswerLost("mail server broke off after the mail");
        };
    }

    private static Outcome answered(int code, @Nullable String reply, Stage stage) {
        var reason = "mail server said " + code; // Its words are left out: they like to repeat the address.
        if (code < 500) {
            var isAboutMailbox = stage == Stage.RECIPIENT && code / 10 == 45;
            return isAboutMailbox ? new Outcome.Deferred(reason) : new Outcome.Failed(reason);
        }
        return isAboutMail(code, reply, stage) ? new Outcome.Refused(reason) : new Outcome.Failed(reason);
    }

    /// Whether a lasting refusal would be any other server's, too. What is said to our connection, our log-in
    /// (53x) or our sender is not; neither is a policy (5.7.x, RFC 3463) by which this server carries no mail of
    /// ours, if it has not read it.
    private static boolean isAboutMail(int code, @Nullable String reply, Stage stage) {
        return switch (stage) {
            case CONNECTING, SENDER, ABANDONED -> false;
            case RECIPIENT, CONTENT -> code / 10 != 53 && !String.valueOf(reply).matches("(?s)5\\d\\d[ -]5\\.7\\..*");
            case CONTENT_ENDED -> code / 10 != 53;
        };
    }

    private static boolean isReply(int code) {
        return code >= 400 && code <= 599;
    }
}
