package shop.catalog.search;

import org.jspecify.annotations.Nullable;
import shop.contracts.event.Batches;

/// OpenSearch does not answer, or cannot do now what it is asked.
public final class IndexAway extends Batches.Unavailable {

    IndexAway(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
