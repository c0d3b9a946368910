package shop.catalog.search;

import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// One condition of a search, as one clause of its query; a product must meet all of them.
///
/// Every bean of this type takes part: to add one, write the class (with the parameters that it reads) and its test.
public interface SearchFilter {

    /// The clause, or empty if the parameters do not ask for one. Throws a problem naming the parameter that is wrong.
    Optional<Query> clause(SearchParameters parameters);

    /// True if how well a product meets the condition counts for its relevance.
    default boolean ranks() {
        return false;
    }
}
