package shop.contracts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What a request with an idempotency key was answered the first time.
///
/// @param fingerprint of the request's body: another body under the same key is an error of the caller's
record FirstAnswer(
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {

    static FirstAnswer of(String fingerprint, Response response, ObjectMapper json) throws JsonProcessingException {
        return new FirstAnswer(
                fingerprint,
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null);
    }

    Response replay(String fingerprintNow) {
        if (!fingerprint.equals(fingerprintNow)) {
            throw Problems.unprocessable(
                            "idempotency-key-reused",
                            "This key was used with another body",
                            "An Idempotency-Key stands for one request; use a new one for another")
                    .with("field", IdempotentInterceptor.HEADER)
                    .build();
        }
        return Response.status(status)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, etag)
                .header("Idempotent-Replayed", true)
                .type(body == null ? null : MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}
