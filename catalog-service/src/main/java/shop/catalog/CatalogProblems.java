package shop.catalog;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import shop.catalog.product.ProductRefused;
import shop.catalog.search.IndexAway;
import shop.contracts.http.Problems;

/// How this service's refusals look over HTTP.
class CatalogProblems {

    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public Response productRefused(ProductRefused refusal) {
        var problem = switch (refusal) {
            case ProductRefused.NotFound it -> Problems.notFound("product", it.productId());
            case ProductRefused.Exists it ->
                Problems.conflict("product-exists", "There is such a product", it.productId() + " exists")
                        .with("field", "productId")
                        .with("productId", it.productId())
                        .build();
            case ProductRefused.UnknownCategory _ ->
                Problems.invalid("category", ProductRefused.UnknownCategory.REASON);
        };
        return problem.toResponse();
    }

    @ServerExceptionMapper
    public Response indexAway(IndexAway away) {
        return Problems.unavailable(
                        "The search is away for a moment; products answer by their ids", RETRY_AFTER_SECONDS)
                .toResponse();
    }
}
