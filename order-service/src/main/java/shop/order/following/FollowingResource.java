package shop.order.following;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;
import shop.order.lifecycle.Order;
import shop.order.lifecycle.OrderStatus;
import shop.order.lifecycle.Orders;

/// An order's events as they happen. The thread goes at once; the connection stays.
@Path("/api/v1/orders/{orderId}/stream")
@RunOnVirtualThread
class FollowingResource {

    private final Orders orders;
    private final Streams streams;

    FollowingResource(Orders orders, Streams streams) {
        this.orders = orders;
        this.streams = streams;
    }

    /// @param lastEventId what a client that was here before has heard; `EventSource` sends it by itself
    @GET
    @Blocking // To return a Multi would otherwise mean that nothing waits for the database.
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(responseCode = "200", description = "What has happened to the order and, as it happens, what does")
    @APIResponse(responseCode = "204", description = "Nothing can follow on Last-Event-ID: do not connect again")
    public Multi<OutboundSseEvent> follow(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse,
            @Context RoutingContext request) {
        var last = sequence(lastEventId);
        if (isOver(orders.get(orderId), last)) {
            throw new WebApplicationException(Response.noContent().build());
        }
        return streams.open(orderId, last, sse, request);
    }

    private static boolean isOver(Order order, int last) {
        return order.status().equals(OrderStatus.DELIVERED) && last >= order.sequence();
    }

    private static int sequence(@Nullable String lastEventId) {
        try {
            var sequence = lastEventId == null ? 0 : Integer.parseInt(lastEventId);
            if (sequence >= 0) {
                return sequence;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw Problems.invalid("Last-Event-ID", "must be the id of an event: a whole number, 0 or more");
    }
}
