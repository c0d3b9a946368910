package shop.order.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;

/// What a customer ordered, newest first. Somebody who never registered may have ordered, too.
@Path("/api/v1/customers/{customerId}/orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerOrdersResource {

    private final Orders orders;

    CustomerOrdersResource(Orders orders) {
        this.orders = orders;
    }

    @GET
    public Page<OrderView> list(
            @PathParam("customerId") @Id String customerId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var key = Cursor.read(cursor);
        var found = orders.ofCustomer(customerId, key == null ? null : Position.parse(key), limit + 1);
        return Page.of(found, limit, it -> Position.of(it).text()).map(OrderView::of);
    }
}
