package shop.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;

/// An order and what people do to it. That it is paid comes from the payment alone.
@Path("/api/v1/orders/{orderId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OrderResource {

    private static final String ACTOR = "api";

    /// ISO 8601 writes later ones in another way, and the database does not read it.
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Orders orders;
    private final History history;
    private final Lifecycle lifecycle;
    private final Clock clock;

    OrderResource(Orders orders, History history, Lifecycle lifecycle, Clock clock) {
        this.orders = orders;
        this.history = history;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @GET
    public OrderView get(@PathParam("orderId") UUID orderId) {
        return OrderView.of(orders.get(orderId));
    }

    @GET
    @Path("/history")
    public Page<HistoryEntry> history(
            @PathParam("orderId") UUID orderId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        orders.get(orderId);
        var entries = history.of(orderId, Cursor.number(cursor), limit + 1);
        return Page.of(entries, limit, it -> Integer.toString(it.sequence()));
    }

    /// Ends an order that is not shipped yet; its stock and its money go back.
    @POST
    @Path("/cancel")
    @Idempotent
    public Response cancel(@PathParam("orderId") UUID orderId, @Valid @Nullable Cancellation body) {
        var reason = body == null || body.reason() == null ? "REQUESTED" : body.reason();
        return move(orderId, new Transition.Cancel(reason));
    }

    @POST
    @Path("/ship")
    @Idempotent
    public Response ship(@PathParam("orderId") UUID orderId, @NotNull @Valid Shipment body) {
        return move(
                orderId, new Transition.Ship(body.carrier(), body.trackingNumber(), notPast(body.expectedDelivery())));
    }

    @POST
    @Path("/deliver")
    @Idempotent
    public Response deliver(@PathParam("orderId") UUID orderId) {
        return move(orderId, new Transition.Deliver());
    }

    /// Moves an order into a status of the shop's own; those of the core have paths of their own, and paid is only
    /// who paid.
    @POST
    @Path("/status")
    @Idempotent
    public Response enter(@PathParam("orderId") UUID orderId, @NotNull @Valid NextStatus body) {
        var own = lifecycle.own(body.status()).orElseThrow(() -> notOwn(orderId, body.status()));
        return move(orderId, new Transition.Enter(own, body.note()));
    }

    /// One of the core that the order cannot become is refused like everywhere.
    private RuntimeException notOwn(UUID orderId, String status) {
        OrderStatus.CORE.stream()
                .filter(it -> it.name().equals(status))
                .forEach(it -> lifecycle.check(orders.get(orderId).status(), it));
        return Problems.invalid("status", "is none of the shop's own statuses");
    }

    private Response move(UUID orderId, Transition transition) {
        var order = orders.move(orderId, transition, ACTOR, clock.instant());
        return Response.ok(OrderView.Changed.of(order)).build();
    }

    private @Nullable LocalDate notPast(@Nullable LocalDate expectedDelivery) {
        if (expectedDelivery != null
                && (expectedDelivery.isBefore(LocalDate.now(clock)) || expectedDelivery.isAfter(LAST_DAY))) {
            throw Problems.invalid(
                    "expectedDelivery", "must be today, by UTC, or a later day of a year of four digits");
        }
        return expectedDelivery;
    }

    record Cancellation(
            @Nullable @Size(min = 1, max = 200) @Text String reason) {}

    record NextStatus(
            @NotNull String status,
            @Nullable @Size(min = 1, max = 200) @Text String note) {}

    record Shipment(
            @NotBlank @Size(max = 200) @Text String carrier,
            @NotBlank @Size(max = 200) @Text String trackingNumber,

            @JsonFormat(lenient = OptBoolean.FALSE) @Nullable
            LocalDate expectedDelivery) {}
}
