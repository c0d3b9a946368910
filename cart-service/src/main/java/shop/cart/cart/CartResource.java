package shop.cart.cart;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import shop.cart.json.Json;
import shop.cart.pricing.CurrentPolicy;
import shop.cart.pricing.Region;
import shop.contracts.Id;

/// A customer's cart. Every change answers the cart as it is after it.
@Path("/api/v1/carts/{customerId}")
@RunOnVirtualThread
class CartResource {

    private final Carts carts;
    private final CurrentPolicy policy;
    private final CartSettings settings;
    private final Clock clock;
    private final Json json;

    CartResource(Carts carts, CurrentPolicy policy, CartSettings settings, Clock clock, Json json) {
        this.carts = carts;
        this.policy = policy;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// So many of a product.
    record Wanted(
            @NotNull @Id String productId, @NotNull @Min(1) Integer quantity) {}

    record Quantity(@NotNull @Min(1) Integer quantity) {}

    @GET
    public CartView get(
            @PathParam("customerId") @Id String customerId, @QueryParam("region") @Region @Nullable String region) {
        return view(customerId, carts.open(customerId), region);
    }

    @POST
    @Path("items")
    public Response add(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(OnceOnly.HEADER) @Nullable String key,
            @NotNull @Valid Wanted wanted) {
        if (OnceOnly.checked(key) == null) {
            return Response.ok(view(customerId, carts.change(customerId, wanted.productId(), it -> plus(it, wanted))))
                    .build();
        }
        var answer = carts.changeOnce(
                customerId,
                wanted.productId(),
                new OnceOnly("added:" + customerId + ":" + key, wanted.quantity() + " " + wanted.productId()),
                it -> plus(it, wanted),
                it -> json.write(view(customerId, it)));
        return Response.ok(answer.json(), MediaType.APPLICATION_JSON)
                .header("Idempotent-Replayed", answer.repeated() ? true : null)
                .build();
    }

    @PUT
    @Path("items/{productId}")
    public CartView set(
            @PathParam("customerId") @Id String customerId,
            @PathParam("productId") @Id String productId,
            @NotNull @Valid Quantity wanted) {
        return view(
                customerId,
                carts.change(customerId, productId, it -> it.set(productId, wanted.quantity(), settings.limits())));
    }

    @DELETE
    @Path("items/{productId}")
    public CartView remove(
            @PathParam("customerId") @Id String customerId, @PathParam("productId") @Id String productId) {
        return view(customerId, carts.change(customerId, "", it -> it.cart().without(productId)));
    }

    @DELETE
    public void empty(@PathParam("customerId") @Id String customerId) {
        var _ = carts.change(customerId, "", it -> it.cart().emptied());
    }

    private Cart plus(Basket basket, Wanted wanted) {
        return basket.add(wanted.productId(), wanted.quantity(), settings.limits());
    }

    private CartView view(String customerId, Basket basket) {
        return view(customerId, basket, null);
    }

    private CartView view(String customerId, Basket basket, @Nullable String region) {
        return CartView.of(customerId, basket, basket.quote(policy.get().policy(), region, clock.instant()));
    }
}
