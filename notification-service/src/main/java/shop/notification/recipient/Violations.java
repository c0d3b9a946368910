package shop.notification.recipient;

import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shop.contracts.http.Problems;

/// Collects what is wrong with the fields of a body, so that all of it is said at once.
final class Violations {

    private static final int MOST = 50;
    private static final int LONGEST_FIELD = 100;

    private final List<Map<String, String>> found = new ArrayList<>();

    void add(String field, String reason) {
        if (found.size() < MOST) {
            found.add(Map.of("field", bounded(field), "message", reason));
        }
    }

    /// Throws 400 where anything is wrong.
    void refuse() {
        if (!found.isEmpty()) {
            var first = found.getFirst();
            var detail = first.get("field") + " " + first.get("message");
            throw Problems.of("validation", Status.BAD_REQUEST, "The request is not valid", detail)
                    .with("violations", found)
                    .build();
        }
    }

    /// A caller may invent a name of any length.
    private static String bounded(String field) {
        var characters = field.codePointCount(0, field.length());
        return field.substring(0, field.offsetByCodePoints(0, Math.min(LONGEST_FIELD, characters)));
    }
}
