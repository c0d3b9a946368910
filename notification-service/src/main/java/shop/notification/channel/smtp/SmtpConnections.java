package shop.notification.channel.smtp;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingDeque;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The connections to the mail server, kept for the next mails.
@Singleton
class SmtpConnections {

    private final Session session;
    private final URLName server;
    private final Deque<SmtpConnection> idle;

    SmtpConnections(
            SmtpSettings settings, @ConfigProperty(name = "shop.notification.delivery.send-timeout") Duration timeout) {
        this.session = Session.getInstance(properties(settings, timeout));
        this.server = new URLName(
                "smtp",
                settings.host(),
                settings.port(),
                null,
                settings.username().orElse(null),
                settings.password().orElse(null));
        this.idle = new LinkedBlockingDeque<>(settings.idleConnections());
    }

    Session session() {
        return session;
    }

    /// One that nobody else uses until it is given back.
    SmtpConnection take() {
        var kept = idle.pollFirst(); // The latest used: the others get old and are closed by the server.
        return kept != null ? kept.fresh() : new SmtpConnection(session, server);
    }

    void giveBack(SmtpConnection connection) {
        if (!idle.offerFirst(connection)) {
            close(connection);
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(SmtpConnections::close);
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException _) {
            // It is not used any more, whether the server heard of it or not.
        }
    }

    private static Properties properties(SmtpSettings settings, Duration timeout) {
        var properties = new Properties();
        var millis = Long.toString(timeout.toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.userset", "true"); // Whether a kept one is alive is asked by RSET, not by NOOP.
        properties.put("mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS_IF_OFFERED -> properties.put("mail.smtp.starttls.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }
}
