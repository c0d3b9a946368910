package shop.order.operations;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;
import shop.order.lifecycle.Transition;

/// What operators do to one order by hand, each time with a reason.
@Path("/api/v1/orders/{orderId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("support")
@RunOnVirtualThread
class InterventionResource {

    private final Interventions interventions;
    private final SecurityIdentity operator;

    InterventionResource(Interventions interventions, SecurityIdentity operator) {
        this.interventions = interventions;
        this.operator = operator;
    }

    @GET
    @Path("/interventions")
    public Page<Intervention> list(
            @PathParam("orderId") UUID orderId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var found = interventions.of(orderId, Cursor.number(cursor), limit + 1);
        return Page.of(found, limit, it -> Long.toString(it.id()));
    }

    @POST
    @Path("/retry")
    @Idempotent
    public Response retry(@PathParam("orderId") UUID orderId, @NotNull @Valid Retry body) {
        return Response.ok(interventions.retry(orderId, actor(), body.reason())).build();
    }

    @POST
    @Path("/force")
    @Idempotent
    public Response force(@PathParam("orderId") UUID orderId, @NotNull @Valid Force body) {
        var order = interventions.force(orderId, body.transition(), actor(), body.reason());
        return Response.ok(Map.of("orderId", orderId, "status", order.status())).build();
    }

    private String actor() {
        return operator.getPrincipal().getName();
    }

    record Retry(@NotBlank @Size(max = 200) @Text String reason) {}

    /// @param status CANCELLED, SHIPPED (with carrier and trackingNumber) or DELIVERED
    record Force(
            @NotBlank String status,
            @NotBlank @Size(max = 200) @Text String reason,
            @Nullable @Size(max = 200) @Text String carrier,
            @Nullable @Size(max = 200) @Text String trackingNumber) {

        Transition transition() {
            return switch (status) {
                case "CANCELLED" -> new Transition.Cancel(reason);
                case "SHIPPED" ->
                    new Transition.Ship(given("carrier", carrier), given("trackingNumber", trackingNumber));
                case "DELIVERED" -> new Transition.Deliver();
                default -> throw Problems.invalid("status", "must be CANCELLED, SHIPPED or DELIVERED");
            };
        }

        private static String given(String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw Problems.invalid(field, "must be given with SHIPPED");
            }
            return value;
        }
    }
}
