package shop.load.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import shop.load.measure.Json;

/// What OpenSearch itself says of the index that searches go to.
record ProductsInIndex(Json openSearch) {

    /// One document of the index.
    record Document(String productId, long version, String price, String category) {}

    private static final String ALIAS = "/products";

    void refresh() {
        openSearch.send("POST", ALIAS + "/_refresh", "").expectSuccess();
    }

    /// @param condition a query as JSON
    long count(String condition) {
        return openSearch
                .send("POST", ALIAS + "/_count", "{\"query\": %s}".formatted(condition))
                .expectSuccess()
                .body()
                .path("count")
                .asLong();
    }

    /// Of these products, all documents that there are, whatever indices they are in.
    Map<String, List<Document>> documentsOf(Collection<String> productIds) {
        var ids = productIds.stream().map(it -> '"' + it + '"').collect(joining(","));
        var question = """
                {"size": %d, "version": true, "_source": ["productId", "price", "category"],
                 "query": {"terms": {"productId": [%s]}}}""".formatted(4 * productIds.size(), ids);
        var hits = openSearch
                .send("POST", ALIAS + "/_search", question)
                .expectSuccess()
                .body()
                .path("hits")
                .path("hits");
        return StreamSupport.stream(hits.spliterator(), false)
                .map(ProductsInIndex::document)
                .collect(groupingBy(Document::productId));
    }

    private static Document document(JsonNode hit) {
        var source = hit.path("_source");
        return new Document(
                source.path("productId").asText(),
                hit.path("_version").asLong(),
                source.path("price").asText(),
                source.path("category").asText());
    }

    /// Whether segments are still being merged, which takes from what searches have.
    boolean isMerging() {
        return openSearch
                        .get(ALIAS + "/_stats/merge")
                        .expectSuccess()
                        .body()
                        .at("/_all/total/merges/current")
                        .asInt()
                > 0;
    }

    /// Bytes on disk, and segments.
    String size() {
        var all = openSearch
                .get(ALIAS + "/_stats/store,segments")
                .expectSuccess()
                .body()
                .at("/_all/primaries");
        return "%,d MB in %d segments"
                .formatted(
                        all.at("/store/size_in_bytes").asLong() / 1_000_000,
                        all.at("/segments/count").asInt());
    }
}
