package shop.contracts.http;

import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `If-Match` as the contract wants it of everything that people edit.
public final class Preconditions {

    private Preconditions() {}

    /// The entity tag of a version, as it stands in the `ETag` header (quotes included).
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /// Lets the write go on if `ifMatch` names the current version or is `*`; 428 where it is missing, 412 where stale.
    public static void ifMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.of(
                            "precondition-required",
                            Problems.PRECONDITION_REQUIRED,
                            "If-Match is missing",
                            "Send the ETag that you read as If-Match, so that nobody's change is lost")
                    .with("field", "If-Match")
                    .build();
        }
        if (!names(ifMatch, etag(version))) {
            throw stale(ifMatch, version);
        }
    }

    /// 412: somebody else was faster.
    public static RuntimeException stale(String ifMatch, long version) {
        return Problems.of(
                        "precondition-failed",
                        Status.PRECONDITION_FAILED,
                        "Changed meanwhile",
                        "If-Match says %s, but the current ETag is %s".formatted(ifMatch, etag(version)))
                .with("field", "If-Match")
                .withHeader("ETag", etag(version))
                .build();
    }

    private static boolean names(String ifMatch, String etag) {
        return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(it -> it.equals("*") || it.equals(etag));
    }
}
