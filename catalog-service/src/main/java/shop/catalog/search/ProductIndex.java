package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.generic.Requests;

/// The products in OpenSearch, reached by an alias so that another index can take its place.
@ApplicationScoped
class ProductIndex {

    static final String ALIAS = "products";

    private static final int OK = 200;

    private final OpenSearchClient client;
    private final DocumentWriter writer;
    private final ProductIndices indices;
    private final ObjectMapper json;

    /// False until the index is known to have all fields: what is written before could not be found by a new one.
    private volatile boolean ready;

    ProductIndex(OpenSearchConnection connection, DocumentWriter writer, ProductIndices indices, ObjectMapper json) {
        this.json = json;
        client = connection.client();
        this.writer = writer;
        this.indices = indices;
    }

    /// What a document must be to be found at all. Said by what it must not be, as those are few: to go through all
    /// that are on offer took a third of a search's time.
    static Query onOffer() {
        return Clauses.not(Clauses.is("status", "DISCONTINUED"));
    }

    /// Throws [IndexAway], also as long as there is no index, or like [DocumentWriter#throughAlias].
    Written put(List<ProductDocument> documents) {
        if (!ready) {
            indices.extendServing();
            ready = true;
        }
        return writer.throughAlias(ALIAS, documents);
    }

    /// Throws [IndexAway].
    SearchResponse<FoundProduct> search(SearchRequest request) {
        return OpenSearchCall.answerOf(() -> client.search(request, FoundProduct.class));
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
        return OpenSearchCall.answerOf(() -> {
            try (var response = client.generic().execute(asked)) {
                if (response.getStatus() != OK) {
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
                .allowPartialSearchResults(false)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.fetch(false)));
        return !search(request).hits().hits().isEmpty();
    }

    /// The version of a product as a search sees it now, which is a little later than it is written; 0 if it sees none.
    /// Throws [IndexAway].
    long foundVersion(String productId) {
        var found = OpenSearchCall.answerOf(() -> client.get(
                it -> it.index(ALIAS).id(productId).realtime(false).source(source -> source.fetch(false)), Void.class));
        return found.found() ? Objects.requireNonNull(found.version()) : 0;
    }

    boolean answers() {
        try {
            return client.ping().value();
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }
}
