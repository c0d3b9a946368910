package shop.order.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;

/// The orders that are stuck, those first that have been for longest.
@Path("/api/v1/orders/stuck")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("support")
@RunOnVirtualThread
class StuckOrderResource {

    private final StuckOrders stuckOrders;

    StuckOrderResource(StuckOrders stuckOrders) {
        this.stuckOrders = stuckOrders;
    }

    @GET
    public Page<StuckOrder> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var from = StuckPosition.parse(Cursor.read(cursor));
        var found = stuckOrders.list(kind(kind), from, limit + 1);
        return Page.of(found, limit, it -> StuckPosition.of(it).text());
    }

    private static StuckOrder.@Nullable Kind kind(@Nullable String name) {
        try {
            return name == null ? null : StuckOrder.Kind.valueOf(name);
        } catch (IllegalArgumentException _) {
            throw Problems.invalid("kind", "must be PENDING, PAYMENT_UNKNOWN, UNTOLD or UNPLACED");
        }
    }
}
