package shop.local.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the mails that arrived at the mailbox server.
///
/// @param address of its HTTP side, as `host:port`
public record Mailbox(String address) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    /// The mails to everyone, by recipient.
    public List<Mail> mails() {
        return elements(get("/api/user"))
                .map(it -> it.get("email").asText())
                .flatMap(this::mailsOf)
                .toList();
    }

    /// The mails to this recipient, in order of arrival.
    public List<Mail> mails(String recipient) {
        return mails().stream()
                .filter(it -> it.recipient().equalsIgnoreCase(recipient))
                .toList();
    }

    /// Deletes all mails.
    public void clear() {
        call(HttpRequest.newBuilder(uri("/api/mail/purge"))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private Stream<Mail> mailsOf(String recipient) {
        return elements(get("/api/user/" + recipient + "/messages")).map(it -> mail(recipient, it));
    }

    private static Mail mail(String recipient, JsonNode message) {
        var source = message.get("mimeMessage").asText().getBytes(StandardCharsets.UTF_8);
        try {
            var parsed = new MimeMessage(NO_SESSION, new ByteArrayInputStream(source));
            return new Mail(recipient, Objects.toString(parsed.getSubject(), ""), text(parsed));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return part.isMimeType("text/plain") ? part.getContent().toString() : "";
    }

    private JsonNode get(String path) {
        return call(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://" + address + path);
    }

    private static JsonNode call(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
