package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `inStock=true`, `region=EU`: products that are in stock, with a region in the warehouses of that region.
///
/// `inStock=false` turns it round. A region alone means in stock there.
@ApplicationScoped
class StockFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        var region = parameters.text("region");
        var wanted = parameters.flag("inStock").or(() -> region.map(_ -> true));
        var inStock = region.map(it -> Clauses.is("inStockRegions", it)).orElseGet(() -> Clauses.is("inStock", true));
        return wanted.map(it -> it ? inStock : Clauses.not(inStock));
    }
}
