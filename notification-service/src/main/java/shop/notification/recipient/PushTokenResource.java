package shop.notification.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.http.Idempotent;

/// The devices of a customer, one at a time. A device knows its own token and no other, so that it cannot replace the
/// list: it registers when its app starts or its token changes, and goes when its user logs out.
@Path("/api/v1/customers/{customerId}/preferences/push-tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PushTokenResource {

    private final ChangePreferences changePreferences;
    private final PushTokens pushTokens;

    PushTokenResource(ChangePreferences changePreferences, PushTokens pushTokens) {
        this.changePreferences = changePreferences;
        this.pushTokens = pushTokens;
    }

    /// Registers a device, as the newest. Beyond 20 the oldest goes. A token that another customer had is theirs no
    /// more, as a shared device must not show another's orders.
    @POST
    @Idempotent
    public Response register(
            @PathParam("customerId") @Id String customerId,
            @RequestBody(content = @Content(schema = @Schema(implementation = Device.class))) @Nullable JsonNode body) {
        var token = body == null ? MissingNode.getInstance() : body.path("token");
        changePreferences.register(customerId, checked(token));
        return Response.noContent().build();
    }

    /// Forgets a device; also one that is not there.
    ///
    /// @param token the whole token, percent-encoded
    @DELETE
    @Path("/{token: .+}")
    public void remove(@PathParam("customerId") @Id String customerId, @PathParam("token") String token) {
        pushTokens.remove(customerId, checked(TextNode.valueOf(token)));
    }

    private static PushToken checked(JsonNode token) {
        var violations = new Violations();
        var read = WishReader.token("token", token, violations);
        violations.refuse();
        return read.orElseThrow();
    }

    @Schema(name = "Device")
    record Device(String token) {}
}
