package shop.contracts.deadletter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;

/// The dead letters of this service's consumers, for operators.
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("support")
@RunOnVirtualThread
@Tag(name = "Dead letters")
class DeadLetterResource {

    private final ShowLetters letters;
    private final ReplayLetters replayLetters;
    private final LetterTopics topics;

    DeadLetterResource(ShowLetters letters, ReplayLetters replayLetters, LetterTopics topics) {
        this.letters = letters;
        this.replayLetters = replayLetters;
        this.topics = topics;
    }

    @GET
    @Operation(summary = "The topics of dead letters, with where each comes from and how many letters it holds now")
    public Page<ShowLetters.Count> topics() {
        return new Page<>(letters.count(topics.all()), null);
    }

    @GET
    @Path("{topic}")
    @Operation(summary = "Dead letters, the newest first, with why they are and who replayed them")
    @APIResponse(responseCode = "404", description = "It is no topic of this service's dead letters")
    public Page<LetterView> list(
            @PathParam("topic") String topic,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return letters.list(topics.named(topic), limit, cursor);
    }

    @GET
    @Path("{topic}/{id}")
    @Operation(summary = "One dead letter with its headers and its value", description = """
            valueAs says how to read value: json, text, base64. A tombstone has none. Values of topics with personal data
            are withheld.""")
    public WholeLetter get(
            @PathParam("topic") String topic,
            @PathParam("id") @Pattern(regexp = LetterId.PATTERN, message = "must be <partition>-<offset>") String id) {
        return letters.whole(topics.named(topic), LetterId.parse(id));
    }

    @POST
    @Path("{topic}/replay")
    @Operation(summary = "Replays dead letters to the consumer that left them, and to no other", description = """
            Only with dryRun: false; without, it says what would be done. Those that were replayed before are left out
            unless again is true. What fails again is a new dead letter. The request lasts as long as the replay, which is
            paced.""")
    @APIResponse(responseCode = "409", description = "Another replay runs; Retry-After says when to ask again")
    public Replayed replay(
            @PathParam("topic") String topic, @NotNull @Valid ReplayWish wish, @Context SecurityContext caller) {
        var letterTopic = topics.named(topic);
        if (!wish.isClear()) {
            throw Problems.invalid("ids", "or limit must be given, and not both");
        }
        return replayLetters.replay(letterTopic, wish, caller.getUserPrincipal().getName());
    }
}
