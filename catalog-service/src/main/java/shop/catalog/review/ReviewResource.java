package shop.catalog.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import shop.catalog.product.ProductRefused;
import shop.catalog.product.Products;
import shop.contracts.Id;
import shop.contracts.http.Page;

@Path("/api/v1/products/{productId}/reviews")
@RunOnVirtualThread
class ReviewResource {

    private final ReviewProduct reviewProduct;
    private final Reviews reviews;
    private final Products products;

    ReviewResource(ReviewProduct reviewProduct, Reviews reviews, Products products) {
        this.reviewProduct = reviewProduct;
        this.reviews = reviews;
        this.products = products;
    }

    /// A customer's first review is 201; another one takes its place and is 200.
    @POST
    public Response review(@PathParam("productId") @Id String productId, @NotNull @Valid ReviewBody body) {
        var reviewed = reviewProduct.review(productId, body);
        return Response.status(reviewed.isFirst() ? Response.Status.CREATED : Response.Status.OK)
                .entity(reviewed.review())
                .build();
    }

    /// Newest first.
    @GET
    public Page<Review> list(
            @PathParam("productId") @Id String productId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (products.find(productId).isEmpty()) {
            throw new ProductRefused.NotFound(productId);
        }
        var found = reviews.list(productId, ReviewPlace.after(cursor), limit + 1);
        return Page.of(found, limit, ReviewPlace::keyOf);
    }
}
