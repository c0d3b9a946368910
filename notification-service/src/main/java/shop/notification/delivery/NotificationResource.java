package shop.notification.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;

/// What customers were told, are being told, or could not be told.
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NotificationResource {

    private final Notifications notifications;
    private final ShowNotification showNotification;
    private final ResendNotification resendNotification;

    NotificationResource(
            Notifications notifications, ShowNotification showNotification, ResendNotification resendNotification) {
        this.notifications = notifications;
        this.showNotification = showNotification;
        this.resendNotification = resendNotification;
    }

    /// Newest first, without what they say.
    @GET
    public Page<Notification> list(
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("customerId") @Id @Nullable String customerId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = NotificationFilter.of(orderId, customerId, state, cursor);
        return Page.of(notifications.list(filter, limit + 1), limit, NotificationFilter::placeOf);
    }

    @GET
    @Path("{id}")
    public NotificationView get(@PathParam("id") @Text String id) {
        return showNotification.show(id);
    }

    /// Sends one again that was sent, skipped or given up.
    @POST
    @Path("{id}/resend")
    @Idempotent
    @APIResponseSchema(value = Notification.class, responseCode = "202")
    public Response resend(@PathParam("id") @Text String id) {
        return Response.accepted(resendNotification.resend(id))
                .location(URI.create("/api/v1/notifications/" + id))
                .build();
    }
}
