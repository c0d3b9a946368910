package shop.notification.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Outcome;

/// What a provider answered. Its words are never repeated: providers like to quote addresses.
///
/// @param body empty where it broke off: the status says what happened, and is not lost with it
public record Answer(int status, HttpHeaders headers, String body) implements Reply {

    private static final Duration LONGEST = Duration.ofDays(1);

    /// An empty node where the body is not JSON.
    public JsonNode json() {
        return Json.read(body);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// What a status means at most providers, other than of success.
    ///
    /// A gateway that waited in vain for the provider behind it (504) has lost an answer. Refused for what it is
    /// (400, 413, 422), a message stays refused; of all else another try, or another provider, can make something.
    public Outcome usual() {
        return switch (status) {
            case 400, 413, 422 -> new Outcome.Refused(reason());
            case 504 -> new Outcome.AnswerLost(reason());
            default -> failed();
        };
    }

    public Outcome.Failed failed() {
        return failed(retryAfter());
    }

    public Outcome.Failed failed(@Nullable Duration retryAfter) {
        return new Outcome.Failed(reason(), retryAfter);
    }

    public String reason() {
        return "provider said " + status;
    }

    /// What `Retry-After` says, in seconds or as a date, a day at most; null where there is none.
    public @Nullable Duration retryAfter() {
        return header("Retry-After").map(this::wait).orElse(null);
    }

    /// How long it is from this answer to a time that the provider names, by the provider's own clock if it tells it;
    /// a day at most, null where that time is over.
    public @Nullable Duration until(Instant time) {
        var now = header("Date").map(Answer::date).orElseGet(Instant::now);
        return bounded(Duration.between(now, time));
    }

    private @Nullable Duration wait(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        var time = date(retryAfter);
        return time == null ? null : until(time);
    }

    private static @Nullable Duration bounded(Duration wait) {
        if (!wait.isPositive()) {
            return null;
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static @Nullable Instant date(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// Bodies and headers are the provider's, and may hold addresses.
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
