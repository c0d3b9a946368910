package shop.cart.checkout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import shop.contracts.http.Problems;

/// Where checkouts stand.
@Path("/api/v1/checkouts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CheckoutsResource {

    private final Checkouts checkouts;

    CheckoutsResource(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    @GET
    @Path("{checkoutId}")
    public CheckoutView get(@PathParam("checkoutId") String checkoutId) {
        return checkouts
                .find(checkoutId)
                .map(CheckoutView::of)
                .orElseThrow(() -> Problems.notFound("checkout", checkoutId));
    }
}
