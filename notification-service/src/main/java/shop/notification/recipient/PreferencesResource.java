package shop.notification.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.http.Preconditions;

/// What a customer wants to be told, where and when. Whoever chose nothing wants every channel.
///
/// The ETag covers the choices, not the push tokens: devices come and go without the customer, and must not make a
/// choice stale that somebody is just making.
@Path("/api/v1/customers/{customerId}/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PreferencesResource {

    private final ChangePreferences changePreferences;
    private final PushTokens pushTokens;
    private final CustomerChannels channels;

    PreferencesResource(ChangePreferences changePreferences, PushTokens pushTokens, CustomerChannels channels) {
        this.changePreferences = changePreferences;
        this.pushTokens = pushTokens;
        this.channels = channels;
    }

    @GET
    @APIResponseSchema(PreferencesView.class)
    public Response get(@PathParam("customerId") @Id String customerId) {
        return answer(changePreferences.current(customerId));
    }

    /// Replaces the choices; what is not named has its default. `pushTokens` are replaced where they are named, whole
    /// and not shortened, and stay as they are otherwise. `If-Match` is heeded where it is sent.
    @PUT
    @APIResponseSchema(PreferencesView.class)
    public Response put(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PreferencesView.class))) @Nullable
                    JsonNode body) {
        var wish = WishReader.read(body, channels.known());
        return answer(changePreferences.replace(customerId, ifMatch, wish));
    }

    private Response answer(Preference preference) {
        var tokens = pushTokens.of(preference.customerId());
        return Response.ok(PreferencesView.of(preference, tokens, channels.known()))
                .header(HttpHeaders.ETAG, Preconditions.etag(preference.version()))
                .build();
    }
}
