package shop.notification.channel.smtp;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.util.Date;
import java.util.Objects;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Sender;

/// Writes messages as mails: as text and as HTML, with an id that stays the same on every try.
final class SmtpMails {

    private static final String UTF_8 = "UTF-8";

    private final SmtpSettings settings;

    SmtpMails(SmtpSettings settings) {
        this.settings = settings;
    }

    InternetAddress from() {
        return Sender.of("shop.notification.smtp.from", settings.from());
    }

    String messageId(Dispatch dispatch) {
        var address = from().getAddress();
        return "<%s@%s>".formatted(dispatch.idempotencyKey(), address.substring(address.lastIndexOf('@') + 1));
    }

    /// Throws [AddressException] where the customer's address is none.
    MimeMessage write(Dispatch dispatch, Session session) throws MessagingException {
        var mail = new WithId(session, messageId(dispatch));
        mail.setFrom(from());
        mail.setRecipient(
                RecipientType.TO,
                new InternetAddress(Objects.requireNonNull(dispatch.to().email()), true));
        mail.setSubject(oneLine(dispatch.message().subject()), UTF_8);
        mail.setSentDate(Date.from(dispatch.requestedAt()));
        mail.setHeader("X-Notification-Id", dispatch.notificationId());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (dispatch.unsubscribe() != null) {
            addUnsubscribe(mail, dispatch.unsubscribe());
        }
        mail.setContent(content(dispatch));
        mail.saveChanges();
        return mail;
    }

    /// By RFC 8058: a mail program may show a button that needs no visit to a page.
    private static void addUnsubscribe(MimeMessage mail, URI link) throws MessagingException {
        mail.setHeader("List-Unsubscribe", "<" + link.toASCIIString() + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// The better form comes last (RFC 2046).
    private static MimeMultipart content(Dispatch dispatch) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(dispatch.message().text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(dispatch.message().html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /// A line break in a header would begin another header.
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ");
    }

    /// Jakarta Mail would make an id of its own.
    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
