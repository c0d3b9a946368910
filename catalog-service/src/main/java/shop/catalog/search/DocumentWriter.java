package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import shop.catalog.search.OpenSearchCall.Status;

/// Writes documents in bulk.
///
/// A document's id is the product's, and it is routed by nothing else: when the category changes, the document stays
/// in its shard and is replaced like any other. Its version is the product's, so an older one never wins.
@ApplicationScoped
class DocumentWriter {

    private final OpenSearchClient client;

    DocumentWriter(OpenSearchConnection connection) {
        client = connection.patientClient();
    }

    /// Writes to whatever index is behind the alias. Never makes one by itself, as that would have no mapping.
    ///
    /// Throws [IndexAway] where not all are written, or [OpenSearchException] where they are too large to be
    /// written together.
    Written throughAlias(String alias, List<ProductDocument> documents) {
        return write(new BulkRequest.Builder().index(alias).requireAlias(true), documents);
    }

    /// Writes to an index by its own name; throws like [#throughAlias].
    Written to(String index, List<ProductDocument> documents) {
        return write(new BulkRequest.Builder().index(index), documents);
    }

    private Written write(BulkRequest.Builder request, List<ProductDocument> documents) {
        if (documents.isEmpty()) {
            return new Written(List.of(), List.of());
        }
        var operations = documents.stream().map(DocumentWriter::operation).toList();
        var bulk = request.operations(operations).build();
        var items = OpenSearchCall.answerOf(() -> client.bulk(bulk)).items();
        checkIndex(bulk, items);
        return written(documents, items);
    }

    /// What fails under the name of the alias came to no index: there is none behind it, or more than one.
    private static void checkIndex(BulkRequest bulk, List<BulkResponseItem> items) {
        items.stream()
                .filter(it -> it.error() != null && Boolean.TRUE.equals(bulk.requireAlias()))
                .filter(it -> it.index().equals(bulk.index()))
                .findFirst()
                .ifPresent(it -> {
                    throw new IndexAway(reasonOf(it), null);
                });
    }

    private static BulkOperation operation(ProductDocument document) {
        return BulkOperation.of(it -> it.index(index -> index.id(document.productId())
                .version(document.version())
                .versionType(VersionType.External)
                .document(document)));
    }

    private static Written written(List<ProductDocument> documents, List<BulkResponseItem> items) {
        var written = new ArrayList<ProductDocument>(items.size());
        var refused = new ArrayList<Written.Refusal>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.status() < Status.MULTIPLE_CHOICES) {
                written.add(documents.get(i));
            } else if (item.status() == Status.BAD_REQUEST) {
                refused.add(new Written.Refusal(i, reasonOf(item)));
            } else if (item.status() != Status.CONFLICT) { // At a conflict it has this version, or a newer one.
                throw new IndexAway(reasonOf(item), null);
            }
        }
        return new Written(written, refused);
    }

    private static String reasonOf(BulkResponseItem item) {
        var error = item.error();
        if (error == null) {
            return "status " + item.status();
        }
        return error.causedBy() == null
                ? error.reason()
                : error.reason() + ": " + error.causedBy().reason();
    }
}
