package shop.catalog.product;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Ids;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Preconditions;

@Path("/api/v1/products")
@RunOnVirtualThread
class ProductResource {

    private final OfferProducts offers;
    private final ProductAnswers answers;

    ProductResource(OfferProducts offers, ProductAnswers answers) {
        this.offers = offers;
        this.answers = answers;
    }

    @POST
    @Idempotent
    public Response create(@NotNull @Valid ProductBody body) {
        var productId = body.productId() == null ? Ids.next().toString() : body.productId();
        var created = offers.create(productId, body.details());
        return answer(Response.created(URI.create("/api/v1/products/" + productId)), created);
    }

    /// A discontinued product answers too, with its status. `Cache-Control: no-cache` asks for what it is now; else it
    /// may be a minute old.
    @GET
    @Path("{productId}")
    @APIResponseSchema(ProductSnapshot.class)
    public Response get(
            @PathParam("productId") @Id String productId, @Context Request request, @Context HttpHeaders headers) {
        return answers.respond(productId, request, headers);
    }

    /// Replaces what the merchant says of the product; a discontinued one is offered again.
    @PUT
    @Path("{productId}")
    public Response replace(
            @PathParam("productId") @Id String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ProductBody body) {
        return answer(Response.ok(), offers.offerAs(productId, matching(ifMatch), body.details()));
    }

    /// Discontinues the product: it stays readable, but is no longer found.
    @DELETE
    @Path("{productId}")
    public Response discontinue(
            @PathParam("productId") @Id String productId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var product = offers.discontinue(productId, matching(ifMatch));
        return Response.noContent()
                .header(HttpHeaders.ETAG, Preconditions.etag(product.version()))
                .build();
    }

    private static Consumer<Product> matching(@Nullable String ifMatch) {
        return product -> Preconditions.ifMatch(ifMatch, product.version());
    }

    private static Response answer(ResponseBuilder response, Product product) {
        return response.header(HttpHeaders.ETAG, Preconditions.etag(product.version()))
                .entity(ProductSnapshot.of(product))
                .build();
    }
}
