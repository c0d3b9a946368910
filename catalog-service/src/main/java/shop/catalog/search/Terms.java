package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.TermsAggregation;
import org.opensearch.client.opensearch._types.aggregations.TermsAggregationCollectMode;

/// Counts of a field's most frequent values.
///
/// Each shard tells only its own most frequent ones, so a count may lack what a shard did not tell; OpenSearch says how
/// much that can be at most.
final class Terms {

    private static final String SPELLING = "spelling";
    private static final String UNSURE = "doc_count_error_upper_bound";

    private Terms() {}

    static Aggregation of(String field, int shown, int perShard) {
        return Aggregation.of(it -> it.terms(terms(field, shown, perShard)));
    }

    /// Counts the values of a folded field, each with how it is mostly spelled in the field that is not folded.
    static Aggregation spelled(String folded, String field, int shown, int perShard) {
        return Aggregation.of(it -> it.terms(terms(folded, shown, perShard))
                .aggregations(
                        SPELLING, spelling -> spelling.terms(t -> t.field(field).size(1))));
    }

    static List<FacetValue.Of> values(JsonNode counted) {
        return buckets(counted).stream()
                .map(it -> new FacetValue.Of(spelling(it), countOf(it)))
                .toList();
    }

    /// True if no value that is shown can lack anything, and no other one can be more frequent.
    static boolean areExact(JsonNode counted) {
        var buckets = buckets(counted);
        return buckets.isEmpty()
                || buckets.stream().allMatch(it -> it.path(UNSURE).longValue() == 0)
                        && countOf(buckets.getLast()) >= counted.path(UNSURE).longValue();
    }

    static long countOf(JsonNode bucket) {
        return bucket.path("doc_count").longValue();
    }

    private static TermsAggregation terms(String field, int shown, int perShard) {
        return TermsAggregation.of(it -> it.field(field)
                .size(shown)
                .shardSize(Math.max(shown, perShard))
                .showTermDocCountError(true)
                .collectMode(TermsAggregationCollectMode.BreadthFirst));
    }

    private static List<JsonNode> buckets(JsonNode counted) {
        return StreamSupport.stream(counted.path("buckets").spliterator(), false)
                .toList();
    }

    private static String spelling(JsonNode bucket) {
        var spellings = buckets(bucket.path(SPELLING));
        return (spellings.isEmpty() ? bucket : spellings.getFirst()).path("key").textValue();
    }
}
