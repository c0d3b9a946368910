package shop.inventory.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;
import shop.contracts.http.Preconditions;
import shop.contracts.http.Problems;

/// Where a product is sold.
@Path("/api/v1/stock/{productId}/restriction")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stock")
class RestrictionResource {

    private final Restrictions restrictions;
    private final StockPublisher publisher;

    RestrictionResource(Restrictions restrictions, StockPublisher publisher) {
        this.restrictions = restrictions;
        this.publisher = publisher;
    }

    @GET
    @Operation(summary = "The regions whose customers may have the product; none where a restriction was lifted")
    public Response get(@Id String productId) {
        return answer(
                Status.OK, restrictions.find(productId).orElseThrow(() -> Problems.notFound("restriction", productId)));
    }

    @PUT
    @Operation(
            summary = "Sells the product in these regions only, or everywhere if there are none; the first time with"
                    + " If-None-Match: *, later with If-Match")
    public Response put(
            @Id String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid Body body) {
        var first = "*".equals(ifNoneMatch);
        var restriction = QuarkusTransaction.requiringNew()
                .call(() -> first
                        ? restrictions.begin(productId, body.regions())
                        : restrictions.change(productId, body.regions(), ifMatch));
        publisher.wake();
        return answer(first ? Status.CREATED : Status.OK, restriction);
    }

    private static Response answer(Status status, Restriction restriction) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Preconditions.etag(restriction.version()))
                .entity(new Body(restriction.regions()))
                .build();
    }

    /// The regions, each named as warehouses and checkouts name it.
    record Body(@NotNull @Size(max = 50) List<@NotNull @NotBlank @Size(max = 64) @Text String> regions) {}
}
