package shop.notification.channel.sendgrid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.channel.Sender;
import shop.notification.channel.http.Answer;
import shop.notification.channel.http.Http;

/// E-mail by SendGrid's v3 API, one message a call.
///
/// A call could hold a thousand recipients, but it is taken or refused as a whole: one bad address would hold up the
/// others, and a lost answer would be lost for all of them. The texts differ, too: what is put into one text for many,
/// by substitutions, is limited to 10,000 bytes a recipient. SendGrid knows no idempotency key: whoever sends again
/// after a lost answer may send twice.
@ApplicationScoped
class SendGridProvider implements Provider {

    private final Http http;
    private final SendGridSettings settings;

    SendGridProvider(Http http, SendGridSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sendgrid";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void checkSettings() {
        apiKey();
        from();
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var request = Http.postJson(settings.url().resolve("/v3/mail/send"), SendGridMail.of(dispatch, from()))
                .header("Authorization", "Bearer " + apiKey());
        return http.call(request).outcome(SendGridProvider::outcome);
    }

    /// Any other status is as [Answer#usual] has it: 401 and 403 are about our own key or sender, not about this mail.
    private static Outcome outcome(Answer answer) {
        return switch (answer.status()) {
            case 200, 202 -> new Outcome.Accepted(answer.header("X-Message-Id").orElse(null));
            case 429 -> answer.failed(untilReset(answer));
            default -> answer.usual();
        };
    }

    private static @Nullable Duration untilReset(Answer answer) {
        return Optional.ofNullable(answer.retryAfter())
                .or(() -> answer.header("X-RateLimit-Reset")
                        .filter(it -> it.matches("\\d{1,11}"))
                        .map(it -> answer.until(Instant.ofEpochSecond(Long.parseLong(it)))))
                .orElse(null);
    }

    private String apiKey() {
        return settings.apiKey()
                .orElseThrow(() -> new IllegalStateException("shop.notification.sendgrid.api-key is missing"));
    }

    private InternetAddress from() {
        return Sender.of("shop.notification.sendgrid.from", settings.from());
    }
}
