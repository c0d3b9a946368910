package shop.inventory.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.Text;
import shop.contracts.http.Idempotent;

/// The audit, run when it is asked for, and the repair of what it finds.
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit")
class AuditResource {

    private final Audit audit;
    private final RepairStock repairStock;

    AuditResource(Audit audit, RepairStock repairStock) {
        this.audit = audit;
        this.repairStock = repairStock;
    }

    @GET
    @Operation(
            summary = "Recomputes stock from the ledger and open reservations; lists every difference",
            description = """
            Of many differences the first 1,000, those last that no repair can help. What it found is at once the metric
            of this replica. It reads all there is; so one is made at a time, over all replicas.""")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "409", description = "An audit is under way; Retry-After says when to ask again")
    public Audit.Report run() {
        return audit.run();
    }

    @POST
    @Path("repair")
    @Idempotent
    @Operation(
            summary = "Makes stock, ledger and open reservations agree again, with movements that name the reason",
            description = """
            What is on hand stands, and the ledger gets an adjustment of the difference. What is reserved becomes what
            open reservations hold. A place that people must count first is listed with why, and so is a product for
            which there was no time: a few products at a time are corrected, so that their sale stops for a moment at \
            most. Without productIds those are repaired that the latest audit found, the first 1,000 places of them; so \
            run one first.""")
    @APIResponse(
            responseCode = "200",
            description = "What was repaired and what was not",
            content = @Content(schema = @Schema(implementation = Repaired.class)))
    @APIResponse(responseCode = "409", description = "A repair is under way (Retry-After), or there was no audit yet")
    public Response repair(@NotNull @Valid Wish wish) {
        return Response.ok(repairStock.repair(wish.productIds(), wish.reason())).build();
    }

    /// What is to be repaired, and why.
    ///
    /// @param productIds what the latest audit found where it is missing
    record Wish(
            @NotBlank @Size(max = 500) @Text String reason,

            @Nullable @Size(min = 1, max = RepairStock.MOST_PRODUCTS)
            List<@NotNull @Pattern(regexp = Ids.PATTERN, message = "must be a product id") String> productIds) {}
}
