package shop.catalog.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

@Path("/api/v1/products")
@RunOnVirtualThread
class SearchResource {

    private final ProductSearch search;

    SearchResource(ProductSearch search) {
        this.search = search;
    }

    /// Finds the products that are on offer and meet every condition given.
    @GET
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "its id, as BOOKS")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words that name, brand or description must have")
    @Parameter(name = "brand", in = ParameterIn.QUERY)
    @Parameter(name = "minPrice", in = ParameterIn.QUERY, description = "decimal, itself included")
    @Parameter(name = "maxPrice", in = ParameterIn.QUERY, description = "decimal, itself included")
    @Parameter(name = "minRating", in = ParameterIn.QUERY, description = "1 to 5")
    @Parameter(name = "inStock", in = ParameterIn.QUERY, description = "true or false")
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "a customer there can get it: in stock, and sold there")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "relevance (the default), price, -price, -rating, -popularity, newest")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 20")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    public SearchPage find(@Context UriInfo uri) {
        return search.find(SearchParameters.of(uri.getQueryParameters()));
    }
}
