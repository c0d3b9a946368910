package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `inStock=true`, `region=EU`: products that are in stock, with a region those that a customer there can get: in
/// stock, in whichever warehouse, and sold there.
///
/// `inStock=false` turns it round: what cannot be had. A region alone means that it can.
@ApplicationScoped
class StockFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        var region = parameters.text("region");
        var wanted = parameters.flag("inStock").or(() -> region.map(_ -> true));
        var inStock = Clauses.is("inStock", true);
        var canBeHad = region.map(it -> Clauses.all(inStock, isSoldIn(it))).orElse(inStock);
        return wanted.map(it -> it ? canBeHad : Clauses.not(canBeHad));
    }

    /// What is sold everywhere says nothing of where.
    private static Query isSoldIn(String region) {
        return Clauses.any(Clauses.not(Clauses.has("soldIn")), Clauses.is("soldIn", region));
    }
}
