package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;

/// Counts of a field's most frequent values.
///
/// Each shard tells only its own most frequent ones, so a count may lack what a shard did not tell; OpenSearch says how
/// much that can be at most.
final class Terms {

    /// Of so many times as many values as are shown the counts are asked for, to know how much the next ones may lack.
    private static final int MORE = 3;

    private Terms() {}

    static Aggregation of(String field, int shown, int perShard) {
        return Aggregation.of(it -> it.terms(terms -> terms.field(field)
                .size(MORE * shown)
                .shardSize(Math.max(MORE * shown, perShard))
                .showTermDocCountError(true)));
    }

    /// Counts by value, the most frequent first.
    static Map<String, Long> counts(JsonNode counted) {
        var counts = new LinkedHashMap<String, Long>();
        buckets(counted).forEach(it -> counts.put(it.path("key").textValue(), countOf(it)));
        return counts;
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

    private static long countOf(JsonNode bucket) {
        return bucket.path("doc_count").longValue();
    }

    /// By how much a count may be too low; of all values together, how frequent one may be that no shard told.
    private static long unsure(JsonNode counted) {
        return counted.path("doc_count_error_upper_bound").longValue();
    }

    private static List<JsonNode> buckets(JsonNode counted) {
        return StreamSupport.stream(counted.path("buckets").spliterator(), false)
                .toList();
    }
}
