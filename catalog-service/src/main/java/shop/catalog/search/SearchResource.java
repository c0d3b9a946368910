package shop.catalog.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/api/v1/products")
@RunOnVirtualThread
class SearchResource {

    private final ProductSearch search;
    private final Suggestions suggestions;
    private final SearchAnswers answers;

    SearchResource(ProductSearch search, Suggestions suggestions, SearchAnswers answers) {
        this.search = search;
        this.suggestions = suggestions;
        this.answers = answers;
    }

    /// Finds the products that are on offer and meet every condition given.
    @GET
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "its id, as BOOKS")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words that name, brand, category or description must have")
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
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "true or false; without it they come with the first page")
    @APIResponseSchema(SearchPage.class)
    public Response find(@Context UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        return answers.respond("find", search::find, SearchParameters.of(uri.getQueryParameters()), request, headers);
    }

    /// Completes what a customer begins to type.
    @GET
    @Path("suggest")
    @Parameter(name = "q", in = ParameterIn.QUERY, required = true, description = "the first letters")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 20, default 8")
    @APIResponseSchema(Suggestion.All.class)
    public Response suggest(@Context UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        return answers.respond(
                "suggest", suggestions::find, SearchParameters.of(uri.getQueryParameters()), request, headers);
    }
}
