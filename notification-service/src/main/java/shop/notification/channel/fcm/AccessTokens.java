package shop.notification.channel.fcm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Outcome;
import shop.notification.channel.http.Answer;
import shop.notification.channel.http.Deadline;
import shop.notification.channel.http.Form;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.Reply;

/// The OAuth token that Firebase wants with each call: fetched when it is needed, kept until shortly before its end.
///
/// The signing is a library's, the rest is one call. Google's own client would bring a second HTTP client and a second
/// JSON library, and would ask again by itself, past the deadline of a sending.
class AccessTokens {

    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(2);

    private final Http http;
    private final Clock clock;
    private final ServiceAccount account;
    private final ReentrantLock lock = new ReentrantLock(); // One fetches, the others wait for it.

    private @Nullable Token held;

    AccessTokens(Http http, Clock clock, ServiceAccount account) {
        this.http = http;
        this.clock = clock;
        this.account = account;
    }

    String project() {
        return account.project();
    }

    String get(Deadline deadline) throws NoToken {
        lock(deadline);
        try {
            if (held == null || !clock.instant().isBefore(held.until())) {
                held = fetch(deadline);
            }
            return held.value();
        } finally {
            lock.unlock();
        }
    }

    /// Forgets a token that is not good any more, unless another one has taken its place.
    void discard(String token) {
        lock.lock();
        try {
            if (held != null && held.value().equals(token)) {
                held = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void lock(Deadline deadline) throws NoToken {
        try {
            if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw failed("no access token in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private Token fetch(Deadline deadline) throws NoToken {
        var now = clock.instant();
        var form = new Form()
                .with("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                .with("assertion", account.assertion(now));
        return switch (http.call(Http.postForm(account.tokenUri(), form), deadline)) {
            case Answer answer -> token(answer, now);
            case Reply.NotSent(var reason) -> throw failed("no access token: " + reason);
            case Reply.Lost(var reason) -> throw failed("no access token: " + reason);
        };
    }

    private static Token token(Answer answer, Instant now) throws NoToken {
        var value = answer.json().path("access_token").asText("");
        if (answer.status() != 200 || value.isEmpty()) {
            throw new NoToken(new Outcome.Failed("no access token: " + answer.reason(), answer.retryAfter()));
        }
        var life = Duration.ofSeconds(answer.json().path("expires_in").asLong());
        return new Token(value, now.plus(life).minus(BEFORE_ITS_END));
    }

    private static NoToken failed(String reason) {
        return new NoToken(new Outcome.Failed(reason));
    }

    private record Token(String value, Instant until) {

        @Override
        public String toString() {
            return "Token[until " + until + "]";
        }
    }
}
