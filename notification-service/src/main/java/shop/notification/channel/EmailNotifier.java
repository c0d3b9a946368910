package shop.notification.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// E-mail by SMTP, as plain text, over connections that are kept and used again.
@ApplicationScoped
class EmailNotifier implements Notifier {

    private final Mailer mailer;
    private final String domain;

    EmailNotifier(Mailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.domain = from.replaceAll(".*@|>.*", "");
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String provider() {
        return "smtp";
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var address = dispatch.to().email();
        if (address == null) {
            return new Outcome.Unreachable("no e-mail address");
        }
        var messageId = "<%s@%s>".formatted(dispatch.idempotencyKey(), domain);
        try {
            mailer.send(mail(address, messageId, dispatch));
            return new Outcome.Accepted(messageId);
        } catch (RuntimeException e) {
            return SmtpFailure.of(e);
        }
    }

    private static Mail mail(String address, String messageId, Dispatch dispatch) {
        return Mail.withText(address, dispatch.subject(), dispatch.body())
                .addHeader("Message-ID", messageId)
                .addHeader("X-Notification-Id", dispatch.notificationId())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
