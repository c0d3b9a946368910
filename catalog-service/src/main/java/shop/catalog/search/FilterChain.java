package shop.catalog.search;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// All filters there are, as one query: a product must meet each that is asked for, and be on offer.
@ApplicationScoped
class FilterChain {

    private final List<SearchFilter> filters;

    FilterChain(@All List<SearchFilter> filters) {
        this.filters = filters;
    }

    Query query(SearchParameters parameters) {
        return all(filters.stream(), parameters);
    }

    /// The query as if nothing had been asked of one of the filters.
    Query without(SearchFilter left, SearchParameters parameters) {
        return all(filters.stream().filter(it -> it != left), parameters);
    }

    /// What the text alone asks for.
    Query text(SearchParameters parameters) {
        return all(filters.stream().filter(SearchFilter::ranks), parameters);
    }

    List<FacetedFilter> faceted() {
        return filters.stream()
                .filter(FacetedFilter.class::isInstance)
                .map(FacetedFilter.class::cast)
                .toList();
    }

    private static Query all(Stream<SearchFilter> filters, SearchParameters parameters) {
        return Query.of(q -> q.bool(all -> {
            all.filter(ProductIndex.onOffer());
            filters.forEach(filter -> filter.clause(parameters).ifPresent(it -> {
                if (filter.ranks()) {
                    all.must(it);
                } else {
                    all.filter(it);
                }
            }));
            return all;
        }));
    }
}
