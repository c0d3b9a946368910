package shop.notification.channel.outbox;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;
import shop.notification.channel.Channel;
import shop.notification.channel.Providers;

/// What customers got, or would have got, for people who want to see it. Not there where no channel has a local
/// provider and no copies are kept.
@Path("/api/v1/outbox")
@RunOnVirtualThread
class OutboxResource {

    private final Outbox outbox;
    private final boolean isOpen;

    OutboxResource(Outbox outbox, Copies copies, Providers providers) {
        this.outbox = outbox;
        this.isOpen = copies.areKept() || providers.choose(LocalProvider.NAME);
    }

    /// Newest first.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<OutboxMessage> list(
            @QueryParam("customerId") @Id @Nullable String customerId,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        checkOpen();
        var found = outbox.list(customerId, channel(channel), Cursor.number(cursor), limit + 1);
        return Page.of(found, limit, OutboxMessage::id);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public OutboxMessage get(@PathParam("id") @Text String id) {
        return message(id);
    }

    /// The mail as the customer's program shows it; without scripts, which a mail has none of.
    @GET
    @Path("{id}")
    @Produces("text/html;charset=UTF-8;qs=0.5")
    public Response html(@PathParam("id") @Text String id) {
        var message = message(id);
        if (message.html() == null) {
            throw Problems.notFound("HTML of message", id);
        }
        return Response.ok(message.html())
                .header("Content-Security-Policy", "sandbox; script-src 'none'")
                .build();
    }

    private OutboxMessage message(String id) {
        checkOpen();
        if (!id.matches("\\d{1,18}")) {
            throw Problems.notFound("message", id);
        }
        return outbox.find(Long.parseLong(id)).orElseThrow(() -> Problems.notFound("message", id));
    }

    private void checkOpen() {
        if (!isOpen) {
            throw Problems.of(
                            "not-found",
                            Status.NOT_FOUND,
                            "Not found",
                            "No channel has a local provider, and no copies are kept")
                    .build();
        }
    }

    private static @Nullable Channel channel(@Nullable String name) {
        try {
            return name == null ? null : new Channel(name);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("channel", "is " + e.getMessage());
        }
    }
}
