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

    /// Of so many times as many values as are shown the counts are asked for, to know how much the next ones may lack.
    private static final int MORE = 3;

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

    static List<FacetValue.Of> values(JsonNode counted, int shown) {
        return buckets(counted).stream()
                .limit(shown)
                .map(it -> new FacetValue.Of(spelling(it), countOf(it)))
                .toList();
    }

    /// True if no value that is shown can lack anything, and none that is not shown can be as frequent: neither one of
    /// those that were asked for besides, nor one that no shard told.
    static boolean areExact(JsonNode counted, int shown) {
        var buckets = buckets(counted);
        var untold = unsure(counted);
        if (untold == 0) {
            return true;
        }
        var first = buckets.subList(0, Math.min(shown, buckets.size()));
        var others = buckets.subList(first.size(), buckets.size());
        var last = countOf(first.getLast());
        return first.stream().allMatch(it -> unsure(it) == 0)
                && others.stream().allMatch(it -> unsure(it) == 0 || countOf(it) + unsure(it) < last)
                && countOf(buckets.getLast()) + untold < last;
    }

    /// By how much a count may be too low; of all values together, how frequent one may be that no shard told.
    private static long unsure(JsonNode counted) {
        return counted.path("doc_count_error_upper_bound").longValue();
    }

    static long countOf(JsonNode bucket) {
        return bucket.path("doc_count").longValue();
    }

    private static TermsAggregation terms(String field, int shown, int perShard) {
        return TermsAggregation.of(it -> it.field(field)
                .size(MORE * shown)
                .shardSize(Math.max(MORE * shown, perShard))
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
