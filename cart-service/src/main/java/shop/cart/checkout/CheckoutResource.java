package shop.cart.checkout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.OnceOnly;
import shop.contracts.Id;

/// Buys what is in a cart.
@Path("/api/v1/carts/{customerId}/checkout")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CheckoutResource {

    private final CheckOut checkOut;
    private final Clock clock;

    CheckoutResource(CheckOut checkOut, Clock clock) {
        this.checkOut = checkOut;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON) // said, because then a request without a body needs no Content-Type
    public Response checkOut(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(OnceOnly.HEADER) @Nullable String key,
            @Valid @Nullable CheckoutRequest request) {
        var wish = new CheckOut.Wish(
                customerId, OnceOnly.checked(key), request == null ? CheckoutRequest.PLAIN : request, clock.instant());
        return CheckoutAnswers.response(checkOut.checkOut(wish));
    }
}
