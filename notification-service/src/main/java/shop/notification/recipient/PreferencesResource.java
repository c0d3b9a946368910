package shop.notification.recipient;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.http.Preconditions;
import shop.notification.channel.Channel;

/// What a customer wants to be told on. Whoever chose nothing wants every channel.
@Path("/api/v1/customers/{customerId}/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PreferencesResource {

    private final Preferences preferences;

    PreferencesResource(Preferences preferences) {
        this.preferences = preferences;
    }

    @GET
    @APIResponseSchema(View.class)
    public Response get(@PathParam("customerId") @Id String customerId) {
        return answer(current(customerId));
    }

    /// Replaces the choice; a channel that is not named is on. `If-Match` is heeded where it is sent.
    @PUT
    @APIResponseSchema(View.class)
    public Response put(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Choice choice) {
        for (; ; ) {
            var read = current(customerId);
            if (ifMatch != null) {
                Preconditions.ifMatch(ifMatch, read.version());
            }
            var replaced = preferences.replace(customerId, Preference.offIn(choice.channels()), read.version());
            if (replaced != null) {
                return answer(replaced);
            }
        }
    }

    private Preference current(String customerId) {
        return Optional.ofNullable(preferences.of(List.of(customerId)).get(customerId))
                .orElseThrow();
    }

    private static Response answer(Preference preference) {
        return Response.ok(new View(preference.customerId(), preference.channels()))
                .header(HttpHeaders.ETAG, Preconditions.etag(preference.version()))
                .build();
    }

    /// @param channels on or off by channel
    record Choice(@NotNull Map<@NotNull Channel, @NotNull Boolean> channels) {}

    @Schema(name = "Preferences")
    record View(String customerId, Map<Channel, Boolean> channels) {}
}
