package shop.cart.cart;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.cart.json.Json;
import shop.cart.pricing.CurrentPolicy;
import shop.cart.pricing.Region;
import shop.contracts.Id;
import shop.contracts.http.Problems;

/// A customer's cart. Every change answers the cart as it is after it.
@Path("/api/v1/carts/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
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

    /// The cart to be taken over: that of a guest who logs in.
    record Merge(@NotNull @Id String from, @NotNull Merging.Strategy strategy) {}

    /// The cart after it, and what of the other did not fit in.
    record MergedView(@JsonUnwrapped CartView cart, List<Merging.Adjusted> adjusted) {}

    @POST
    @Path("merge")
    public Response merge(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(OnceOnly.HEADER) @Nullable String key,
            @NotNull @Valid Merge wanted) {
        if (wanted.from().equals(customerId)) {
            throw Problems.unprocessable("same-cart", "The same cart", "from must be another customer's id")
                    .with("field", "from")
                    .build();
        }
        var once = Optional.ofNullable(OnceOnly.checked(key))
                .map(it -> new OnceOnly("merged:" + customerId + ":" + it, wanted.strategy() + " " + wanted.from()));
        var answer = carts.merge(
                customerId,
                wanted.from(),
                once,
                (mine, from) -> new Merging(mine, from, settings.limits()).by(wanted.strategy()),
                (after, merged) -> json.write(new MergedView(view(customerId, after), merged.adjusted())));
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
