package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.generic.Requests;

/// The products in OpenSearch, reached by an alias so that another index can take its place.
///
/// A document's id is the product's, and it is routed by nothing else: when the category changes, the document stays
/// in its shard and is replaced like any other. Its version is the product's, so an older one never wins.
@ApplicationScoped
class ProductIndex {

    static final String ALIAS = "products";

    private final OpenSearchClient client;
    private final OpenSearchClient patientClient;
    private final IndexDefinition definition;
    private final ObjectMapper json;

    /// False until the index is known to have all fields: what is written before could not be found by a new one.
    private volatile boolean ready;

    ProductIndex(OpenSearchConnection connection, IndexDefinition definition, ObjectMapper json) {
        this.json = json;
        client = connection.client();
        patientClient = connection.patientClient();
        this.definition = definition;
    }

    /// What a document must be to be found at all.
    static Query onOffer() {
        return Clauses.is("status", "ACTIVE");
    }

    /// Makes sure that there is an index under the alias, with all fields. Throws [IndexAway].
    void create() {
        ready = ask(() -> {
            if (client.indices().existsAlias(it -> it.name(ALIAS)).value()) {
                definition.extend(patientClient, ALIAS);
            } else {
                definition.create(patientClient);
            }
            return true;
        });
    }

    /// Writes the documents, and returns those that cannot be indexed as they are. Throws [IndexAway], or
    /// [OpenSearchException] where they are too large to be written together.
    ///
    /// Never makes an index by itself: one made by a document would have no mapping.
    List<Refusal> put(List<ProductDocument> documents) {
        if (!ready) {
            create();
        }
        var operations = documents.stream().map(ProductIndex::operation).toList();
        var request = BulkRequest.of(it -> it.index(ALIAS).requireAlias(true).operations(operations));
        var items = ask(() -> patientClient.bulk(request)).items();
        if (items.stream().anyMatch(ProductIndex::isMissingIndex)) {
            create();
        }
        items.stream().filter(ProductIndex::passesByItself).findFirst().ifPresent(it -> {
            throw new IndexAway(reasonOf(it), null);
        });
        return IntStream.range(0, items.size())
                .filter(it -> items.get(it).status() == Status.BAD_REQUEST)
                .mapToObj(it -> new Refusal(it, reasonOf(items.get(it))))
                .toList();
    }

    /// Throws [IndexAway].
    SearchResponse<FoundProduct> search(SearchRequest request) {
        return ask(() -> client.search(request, FoundProduct.class));
    }

    /// The aggregations of a request, by their names, as OpenSearch answers them: the client's own types lack what it
    /// says of how exact a count is. Throws [IndexAway].
    JsonNode count(SearchRequest request) {
        var asked = Requests.builder()
                .method("POST")
                .endpoint("/" + ALIAS + "/_search")
                .query(Map.of("allow_partial_search_results", "false"))
                .json(request.toJsonString())
                .build();
        return ask(() -> {
            try (var response = client.generic().execute(asked)) {
                if (response.getStatus() >= Status.MULTIPLE_CHOICES) {
                    throw new IOException("status " + response.getStatus());
                }
                return json.readTree(response.getBody().orElseThrow().body()).path("aggregations");
            }
        });
    }

    /// True if it finds anything by the query. Throws [IndexAway].
    boolean has(Query query) {
        var request = SearchRequest.of(it -> it.index(ALIAS)
                .query(query)
                .size(1)
                .terminateAfter(1L)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.fetch(false)));
        return !search(request).hits().hits().isEmpty();
    }

    boolean answers() {
        try {
            return client.ping().value();
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private static BulkOperation operation(ProductDocument document) {
        return BulkOperation.of(it -> it.index(index -> index.id(document.productId())
                .version(document.version())
                .versionType(VersionType.External)
                .document(document)));
    }

    private static boolean isMissingIndex(BulkResponseItem item) {
        return item.status() == Status.NOT_FOUND;
    }

    /// What is neither written, nor older than what is there, nor wrong in itself.
    private static boolean passesByItself(BulkResponseItem item) {
        return item.status() >= Status.MULTIPLE_CHOICES
                && item.status() != Status.CONFLICT
                && item.status() != Status.BAD_REQUEST;
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

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new IndexAway(e.getMessage(), e);
        } catch (OpenSearchException e) {
            if (e.status() == Status.BAD_REQUEST || e.status() == Status.TOO_LARGE) {
                throw e;
            }
            throw new IndexAway(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    /// A document that the index cannot take, by its place in what was to be written.
    record Refusal(int position, String reason) {
        Exception asException() {
            return new IllegalArgumentException(reason);
        }
    }

    private static final class Status {
        private static final int MULTIPLE_CHOICES = 300;
        private static final int BAD_REQUEST = 400;
        private static final int NOT_FOUND = 404;
        private static final int CONFLICT = 409;
        private static final int TOO_LARGE = 413;
    }
}
