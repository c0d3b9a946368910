package shop.notification.channel.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;

/// E-mail by SMTP, over connections that are kept and used again.
@ApplicationScoped
class SmtpProvider implements Provider {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final SmtpConnections connections;
    private final SmtpSettings settings;
    private final SmtpMails mails;
    private final Duration timeout;

    SmtpProvider(
            SmtpConnections connections,
            SmtpSettings settings,
            @ConfigProperty(name = "shop.notification.delivery.send-timeout") Duration timeout) {
        this.connections = connections;
        this.settings = settings;
        this.mails = new SmtpMails(settings);
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void checkSettings() {
        mails.from();
        if (settings.username().isPresent() && settings.password().isEmpty()) {
            throw new IllegalStateException("shop.notification.smtp.password is missing");
        }
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        try {
            var mail = mails.write(dispatch, connections.session());
            return deliver(mail, mails.messageId(dispatch));
        } catch (MessagingException _) {
            return new Outcome.Refused("not an e-mail address");
        }
    }

    /// A server that answers, but slowly, could hold up the dialogue for many times the time-out of each answer.
    /// Interrupting a virtual thread closes the socket that it waits for; the dialogue then ends by itself and
    /// says how far it had come.
    private Outcome deliver(MimeMessage mail, String messageId) {
        var connection = connections.take();
        var outcome = new AtomicReference<@Nullable Outcome>();
        var dialogue = Thread.ofVirtual().name("smtp").start(() -> outcome.set(connection.deliver(mail, messageId)));
        end(dialogue);
        var known = outcome.get();
        if (known == null) {
            return connection.abandon();
        }
        connections.giveBack(connection);
        return known;
    }

    private void end(Thread dialogue) {
        try {
            if (!dialogue.join(timeout)) {
                dialogue.interrupt();
                dialogue.join(GRACE);
            }
        } catch (InterruptedException _) {
            dialogue.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
