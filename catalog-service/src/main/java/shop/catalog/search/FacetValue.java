package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a search can be narrowed to, and how many products it would find then.
public sealed interface FacetValue {

    long count();

    /// Products that have a value: a category, or a brand as it is mostly spelled.
    record Of(String value, long count) implements FacetValue {}

    /// Products whose price is in a range, both ends included as `minPrice` and `maxPrice` include them; a range
    /// without an end has no `to`.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Between(String from, @Nullable String to, long count) implements FacetValue {}

    /// Products that reviews give so many stars or more on average.
    record AtLeast(int atLeast, long count) implements FacetValue {}
}
