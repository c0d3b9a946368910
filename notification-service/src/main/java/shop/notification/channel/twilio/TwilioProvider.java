package shop.notification.channel.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.channel.http.Form;
import shop.notification.channel.http.Http;

/// SMS by Twilio's API of 2010-04-01, one message a call, since it has no other.
///
/// Twilio knows no idempotency key for messages: whoever sends again after a lost answer may send twice.
@ApplicationScoped
class TwilioProvider implements Provider {

    private final Http http;
    private final TwilioSettings settings;

    TwilioProvider(Http http, TwilioSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public void checkSettings() {
        messages();
        authorization();
        withSender(new Form());
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var form = withSender(new Form())
                .with("To", Objects.requireNonNull(dispatch.to().phone()))
                .with("Body", dispatch.message().brief());
        var request = Http.postForm(messages(), form).header("Authorization", authorization());
        return http.call(request).outcome(TwilioAnswer::outcome);
    }

    private URI messages() {
        return settings.url().resolve("/2010-04-01/Accounts/%s/Messages.json".formatted(accountSid()));
    }

    private String authorization() {
        var login = accountSid() + ":" + required(settings.authToken(), "auth-token");
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private Form withSender(Form form) {
        return settings.messagingServiceSid()
                .map(it -> form.with("MessagingServiceSid", it))
                .orElseGet(() -> form.with("From", required(settings.from(), "from")));
    }

    private String accountSid() {
        return required(settings.accountSid(), "account-sid");
    }

    private static String required(Optional<String> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException("shop.notification.twilio." + name + " is missing"));
    }
}
