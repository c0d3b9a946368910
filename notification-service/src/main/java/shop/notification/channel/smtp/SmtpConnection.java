package shop.notification.channel.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import shop.notification.channel.Outcome;

/// A connection to the mail server that knows how far its dialogue has come. It is good for many mails, one after the
/// other, and connects anew where the server has closed it.
class SmtpConnection extends SMTPTransport {

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);

    SmtpConnection(Session session, URLName server) {
        super(session, server);
    }

    /// Makes it ready for the next mail.
    SmtpConnection fresh() {
        stage.set(Stage.CONNECTING);
        return this;
    }

    Outcome deliver(MimeMessage mail, String messageId) {
        try {
            if (!isConnected()) {
                connect();
            }
            sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Accepted(messageId);
        } catch (MessagingException | RuntimeException e) {
            return SmtpFailure.of(e, Objects.requireNonNull(stage.get()));
        }
    }

    /// Gives up a dialogue that still goes on, as while a name is looked up: a mail whose end is not out yet will
    /// never be.
    Outcome abandon() {
        var reached = stage.getAndUpdate(it -> it == Stage.CONTENT_ENDED ? it : Stage.ABANDONED);
        return SmtpFailure.of(new InterruptedException(), reached);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        reach(Stage.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        reach(Stage.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        reach(Stage.CONTENT);
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        reach(Stage.CONTENT_ENDED);
        super.finishData();
    }

    private void reach(Stage next) throws MessagingException {
        if (stage.getAndUpdate(it -> it == Stage.ABANDONED ? it : next) == Stage.ABANDONED) {
            throw new MessagingException("abandoned", new IOException("abandoned")); // The cause closes the connection.
        }
    }
}
