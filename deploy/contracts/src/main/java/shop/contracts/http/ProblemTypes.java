package shop.contracts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the problems that the framework raises (unreadable body, unknown path, ...) a type and a detail of ours.
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

    private static final Map<Integer, String> SLUGS = Map.ofEntries(
            Map.entry(400, "validation"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "unprocessable"),
            Map.entry(500, "internal"),
            Map.entry(503, "unavailable"));

    private static final Map<Integer, String> DETAILS =
            Map.of(403, "This needs the role support, which the bearer token does not have");

    @Override
    public HttpProblem apply(HttpProblem raised, ProblemContext context) {
        var problem = switch (causeOf(context)) {
            case NotFoundException e when e.getCause() instanceof HttpProblem wrong -> wrong; // A query parameter's.
            case JsonMappingException e when !e.getPath().isEmpty() -> WrongBody.of(e);
            case MismatchedInputException e -> WrongBody.of(e);
            case JsonProcessingException _ -> Problems.invalid("body", "is not JSON");
            case null, default -> raised;
        };
        var slug = SLUGS.get(problem.getStatusCode());
        if (problem.getType() != null || slug == null) {
            return problem;
        }
        return HttpProblem.builder(problem)
                .withType(URI.create("/problems/" + slug))
                .withDetail(DETAILS.getOrDefault(problem.getStatusCode(), problem.getDetail()))
                .build();
    }

    /// What cannot be read comes wrapped now and then.
    private static @Nullable Throwable causeOf(ProblemContext context) {
        var wrapped = context.cause instanceof WebApplicationException e ? e.getCause() : null;
        return wrapped instanceof JsonProcessingException ? wrapped : context.cause;
    }
}
