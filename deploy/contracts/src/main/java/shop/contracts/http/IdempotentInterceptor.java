package shop.contracts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Runs an [Idempotent] method once per key, and answers repeats from what it answered first.
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotentInterceptor {

    static final String HEADER = "Idempotency-Key";

    private final HttpServerRequest request;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotentInterceptor(HttpServerRequest request, IdempotencyKeys keys, ObjectMapper json) {
        this.request = request;
        this.keys = keys;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var key = request.getHeader(HEADER);
            return key == null ? call.proceed() : once(call, checked(key));
        });
    }

    private Response once(InvocationContext call, String key) throws Exception {
        var scope = "%s %s".formatted(request.method(), request.path());
        if (!keys.tryLock(scope, key)) {
            throw inFlight();
        }
        var fingerprint = fingerprintOf(call);
        var first = keys.find(scope, key);
        if (first.isPresent()) {
            return first.get().replay(fingerprint);
        }
        var response = (Response) call.proceed();
        keys.keep(scope, key, FirstAnswer.of(fingerprint, response, json));
        return response;
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > 255) {
            throw Problems.invalid(HEADER, "must have 1 to 255 characters");
        }
        return key;
    }

    private String fingerprintOf(InvocationContext call) throws JsonProcessingException, NoSuchAlgorithmException {
        var body = json.writeValueAsString(call.getParameters()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    }

    private static RuntimeException inFlight() {
        return Problems.conflict(
                        "idempotency-in-flight",
                        "The first request with this key is still being worked on",
                        "Ask again with the same Idempotency-Key in a moment")
                .with("field", HEADER)
                .withHeader("Retry-After", 1)
                .build();
    }
}
