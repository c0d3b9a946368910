package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;

/// A filter that can say, for each of its values, how many products a search would find with it.
///
/// Every bean of this type is a facet: to add one, implement this instead of [SearchFilter].
public interface FacetedFilter extends SearchFilter {

    /// Its name in the answer.
    String facet();

    /// Counts products by the filter's values.
    ///
    /// @param perShard how many values each shard is to tell, where there may be too many for all to be told
    Aggregation aggregation(int perShard);

    /// The values and counts in the order in which they are shown.
    ///
    /// @param counted what OpenSearch answers for the aggregation
    List<? extends FacetValue> values(JsonNode counted);

    /// False if the shards told too few values to be sure of the counts.
    default boolean isExact(JsonNode counted) {
        return true;
    }
}
