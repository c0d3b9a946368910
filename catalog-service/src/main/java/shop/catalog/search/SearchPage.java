package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some of the products that were found.
///
/// @param total how many there are, counted up to 10,000
/// @param totalIsLowerBound true if there are more than `total`
/// @param facets by name (`brand`, `category`, `price`, `rating`): what the search can be narrowed to
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchPage(
        List<FoundProduct> items,
        long total,
        boolean totalIsLowerBound,
        @Nullable Map<String, List<? extends FacetValue>> facets,
        @Nullable String nextCursor) {

    SearchPage with(Map<String, List<? extends FacetValue>> facets) {
        return new SearchPage(items, total, totalIsLowerBound, facets, nextCursor);
    }
}
