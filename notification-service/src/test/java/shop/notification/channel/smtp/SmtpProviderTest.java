package shop.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import shop.local.test.TestServers;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Outcome;

/// Against the real mailbox; what a server may do wrong is in [SmtpDialogueTest].
@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class SmtpProviderTest {

    @Inject
    SmtpProvider provider;

    @Test
    void a_mail_says_the_same_as_text_and_as_html() throws Exception {
        var customer = ACustomer.any();

        var outcome = provider.send(ADispatch.any().to(customer.email()).on(Channel.EMAIL));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        var mail = mailTo(customer);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getSubject()).isEqualTo("Your order is on its way");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Shop <shop@example.com>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hello Änn");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hello Änn</p>");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void a_mail_carries_the_notification_in_its_headers_and_the_same_id_on_every_try() throws Exception {
        var customer = ACustomer.any();
        var dispatch = ADispatch.any().to(customer.email()).on(Channel.EMAIL);

        var outcomes = List.of(provider.send(dispatch), provider.send(dispatch));

        var id = "<" + dispatch.idempotencyKey() + "@example.com>";
        var mail = mailTo(customer);
        assertThat(outcomes).containsOnly(new Outcome.Accepted(id));
        assertThat(mail.getHeader("Message-ID")).containsExactly(id);
        assertThat(mail.getHeader("X-Notification-Id")).containsExactly(dispatch.notificationId());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void a_mail_that_can_be_unsubscribed_from_says_how_in_one_click() throws Exception {
        var customer = ACustomer.any();
        var link = "https://shop.example/unsubscribe/" + "a".repeat(100);

        provider.send(ADispatch.any().to(customer.email()).withUnsubscribe(link).on(Channel.EMAIL));

        var mail = mailTo(customer);
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    private static MimeMessage mailTo(ACustomer customer) throws Exception {
        var address =
                "http://%s/api/user/%s/messages".formatted(TestServers.mailbox().address(), customer.email());
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            var source = new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body())
                    .path(0)
                    .path("mimeMessage")
                    .asText();
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
