package shop.contracts.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// The problems (RFC 9457) that every service answers alike. A service's own problems start at [#of].
public final class Problems {

    static final StatusType UNPROCESSABLE = status(422, "Unprocessable Content");
    static final StatusType PRECONDITION_REQUIRED = Status.PRECONDITION_REQUIRED;

    private Problems() {}

    /// A problem of the type `/problems/<slug>`; add what a program can act on with `.with(name, value)`.
    public static HttpProblem.Builder of(String slug, StatusType status, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + slug))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail);
    }

    /// 422, for what reads well but cannot be done.
    public static HttpProblem.Builder unprocessable(String slug, String title, String detail) {
        return of(slug, UNPROCESSABLE, title, detail);
    }

    /// 400 for one field of the input.
    public static HttpProblem invalid(String field, String reason) {
        return of("validation", Status.BAD_REQUEST, "The request is not valid", field + " " + reason)
                .with("violations", List.of(Map.of("field", field, "message", reason)))
                .build();
    }

    /// 413 for a body of more bytes than are read.
    public static HttpProblem tooLarge(long limitBytes) {
        return of(
                        "too-large",
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "The request is too large",
                        "body must not be larger than %d bytes".formatted(limitBytes))
                .with("field", "body")
                .with("limitBytes", limitBytes)
                .build();
    }

    /// 401: operators need a token.
    static HttpProblem unauthorized() {
        return of(
                        "unauthorized",
                        Status.UNAUTHORIZED,
                        "Not authorized",
                        "This needs a bearer token that is valid now and has the role support")
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /// 404 for a thing by its kind and id.
    public static HttpProblem notFound(String kind, String id) {
        return of("not-found", Status.NOT_FOUND, "Not found", "There is no %s %s".formatted(kind, id))
                .with(kind.replace(' ', '-'), id)
                .build();
    }

    /// 409, for what collides with what is there.
    public static HttpProblem.Builder conflict(String slug, String title, String detail) {
        return of(slug, Status.CONFLICT, title, detail);
    }

    /// 503 with `Retry-After`: something that the answer needs is away for a while.
    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return of("unavailable", Status.SERVICE_UNAVAILABLE, "Not available right now", detail)
                .withHeader("Retry-After", retryAfterSeconds)
                .build();
    }

    private static StatusType status(int code, String reason) {
        return new StatusType() {
            @Override
            public int getStatusCode() {
                return code;
            }

            @Override
            public Status.Family getFamily() {
                return Status.Family.familyOf(code);
            }

            @Override
            public String getReasonPhrase() {
                return reason;
            }
        };
    }
}
