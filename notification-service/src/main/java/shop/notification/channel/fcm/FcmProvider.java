package shop.notification.channel.fcm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.channel.TokenExpired;
import shop.notification.channel.http.Answer;
import shop.notification.channel.http.Deadline;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.Reply;

/// Push by Firebase Cloud Messaging's HTTP v1 API, one call a device: the end point that took batches is gone
/// since 2024.
///
/// A message is accepted as soon as one device took it: a second try for the others would tell the first one
/// twice. A device that has gone is told to whoever keeps its token.
@ApplicationScoped
class FcmProvider implements Provider {

    private static final Logger LOG = Logger.getLogger(FcmProvider.class);

    private final Http http;
    private final FcmSettings settings;
    private final Clock clock;
    private final Consumer<TokenExpired> expired;

    private @Nullable AccessTokens tokens;

    @Inject
    FcmProvider(Http http, FcmSettings settings, Clock clock, Event<TokenExpired> expired) {
        this(http, settings, clock, (Consumer<TokenExpired>) expired::fire);
    }

    FcmProvider(Http http, FcmSettings settings, Clock clock, Consumer<TokenExpired> expired) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.expired = expired;
    }

    @Override
    public String name() {
        return "fcm";
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public void checkSettings() {
        tokens();
    }

    @Override
    public int calls(Dispatch dispatch) {
        return dispatch.to().pushTokens().size();
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var deadline = http.deadline();
        return dispatch.to().pushTokens().stream()
                .map(device -> send(dispatch, device, deadline))
                .reduce(FcmProvider::together)
                .orElse(new Outcome.Unreachable("no device"));
    }

    /// The better of two, where better is what says more surely that the customer was told, or can still be.
    private static Outcome together(Outcome one, Outcome other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> 0;
            case Outcome.AnswerLost _ -> 1;
            case Outcome.Failed _, Outcome.Deferred _ -> 2;
            case Outcome.Refused _ -> 3;
            case Outcome.Unreachable _ -> 4;
        };
    }

    private Outcome send(Dispatch dispatch, String device, Deadline deadline) {
        var outcome = ask(FcmMessage.of(dispatch, device), deadline);
        if (outcome instanceof Outcome.Unreachable) {
            tellExpired(new TokenExpired(dispatch.to().customerId(), device));
        }
        return outcome;
    }

    private Outcome ask(FcmMessage message, Deadline deadline) {
        try {
            var token = tokens().get(deadline);
            var reply = ask(message, token, deadline);
            if (reply instanceof Answer answer && FcmAnswer.wantsNewToken(answer)) {
                tokens().discard(token);
                reply = ask(message, tokens().get(deadline), deadline);
            }
            return reply.outcome(FcmAnswer::outcome);
        } catch (NoToken e) {
            return e.outcome();
        }
    }

    private Reply ask(FcmMessage message, String token, Deadline deadline) {
        var path = "/v1/projects/%s/messages:send".formatted(tokens().project());
        var request = Http.postJson(settings.url().resolve(path), Map.of("message", message))
                .header("Authorization", "Bearer " + token);
        return http.call(request, deadline);
    }

    /// What became of the message does not hang on whether the token could be forgotten: the next one will tell,
    /// too.
    private void tellExpired(TokenExpired event) {
        try {
            expired.accept(event);
        } catch (RuntimeException e) {
            LOG.warnf("A push token of customer %s stays: %s", event.customerId(), e.getClass());
        }
    }

    /// Read when it is first needed, since the file need not be there where this provider is not chosen.
    private synchronized AccessTokens tokens() {
        if (tokens == null) {
            var file = settings.credentials()
                    .orElseThrow(() -> new IllegalStateException("shop.notification.fcm.credentials is missing"));
            tokens = new AccessTokens(http, clock, ServiceAccount.read(file));
        }
        return tokens;
    }
}
