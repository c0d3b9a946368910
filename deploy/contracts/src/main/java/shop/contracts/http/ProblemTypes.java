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

    private static final Map<Integer, String> SLUGS = Map.of(
            400, "validation",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            422, "unprocessable",
            500, "internal",
            503, "unavailable");

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
                .build();
    }

    /// What cannot be read comes wrapped now and then.
    private static @Nullable Throwable causeOf(ProblemContext context) {
        var wrapped = context.cause instanceof WebApplicationException e ? e.getCause() : null;
        return wrapped instanceof JsonProcessingException ? wrapped : context.cause;
    }
}
