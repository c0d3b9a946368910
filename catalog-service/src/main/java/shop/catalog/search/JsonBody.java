package shop.catalog.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import shop.catalog.search.OpenSearchCall.Status;

/// Definitions that are sent as they are written, past the client's own types.
final class JsonBody {

    private static final String EXISTS = "resource_already_exists_exception";

    private JsonBody() {}

    /// Fine if the index exists, as it does when an earlier try was answered too late.
    ///
    /// Throws [IndexAway], or [IllegalStateException] where OpenSearch says that the body is wrong.
    static void put(OpenSearchClient client, String path, ObjectNode body) {
        var request = Requests.builder()
                .method("PUT")
                .endpoint("/" + path)
                .json(body.toString())
                .build();
        OpenSearchCall.answerOf(() -> {
            try (var response = client.generic().execute(request)) {
                var said = response.getBody().map(Body::bodyAsString).orElse("");
                return check(response.getStatus(), said);
            }
        });
    }

    private static boolean check(int status, String said) throws IOException {
        if (status == Status.BAD_REQUEST && !said.contains(EXISTS)) {
            throw new IllegalStateException(said);
        }
        if (status > Status.BAD_REQUEST) {
            throw new IOException(said);
        }
        return true;
    }
}
