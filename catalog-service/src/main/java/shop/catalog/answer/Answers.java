package shop.catalog.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/// Answers requests from what is kept, as HTTP caching (RFC 9111) has it.
@ApplicationScoped
public class Answers {

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /// The answer with its `ETag` and how long it is still good, or 304 where the client has it already
    /// (`If-None-Match`). `Cache-Control: no-cache` in the request asks for one that is made now.
    public Response respond(
            KeptAnswers kept, String key, Supplier<Answer> maker, Request request, HttpHeaders headers) {
        var answer = isFreshWanted(headers) ? kept.renew(key, maker) : kept.get(key, maker);
        var tag = new EntityTag(answer.tag());
        var notModified = request.evaluatePreconditions(tag);
        return (notModified == null ? Response.ok(answer.body(), MediaType.APPLICATION_JSON_TYPE) : notModified)
                .tag(tag)
                .cacheControl(goodFor(kept.age().minus(Duration.between(answer.madeAt(), clock.instant()))))
                .build();
    }

    private static boolean isFreshWanted(HttpHeaders headers) {
        var asked = headers.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return asked != null && asked.contains("no-cache");
    }

    private static CacheControl goodFor(Duration time) {
        var control = new CacheControl();
        control.setNoTransform(false);
        control.setMaxAge((int) Math.max(0, time.toSeconds()));
        return control;
    }
}
