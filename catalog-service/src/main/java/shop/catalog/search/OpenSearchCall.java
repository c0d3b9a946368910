package shop.catalog.search;

import java.io.IOException;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Something asked of OpenSearch.
@FunctionalInterface
interface OpenSearchCall<T> {

    T ask() throws IOException;

    /// Throws [IndexAway] for all that passes by itself, and [OpenSearchException] for what is wrong, or too large, and
    /// will stay so.
    static <T> T answerOf(OpenSearchCall<T> call) {
        try {
            return call.ask();
        } catch (IOException e) {
            throw new IndexAway(e.getMessage(), e);
        } catch (OpenSearchException e) {
            if (e.status() == Status.BAD_REQUEST || e.status() == Status.TOO_LARGE) {
                throw e;
            }
            throw new IndexAway(e.getMessage(), e);
        }
    }

    /// What OpenSearch says by its statuses.
    final class Status {
        static final int MULTIPLE_CHOICES = 300;
        static final int BAD_REQUEST = 400;
        static final int NOT_FOUND = 404;
        static final int CONFLICT = 409;
        static final int TOO_LARGE = 413;

        private Status() {}
    }
}
