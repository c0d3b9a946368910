package shop.inventory.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The audit, run when it is asked for.
@Path("/api/v1/audit")
@RunOnVirtualThread
@Tag(name = "Audit")
class AuditResource {

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "Recomputes stock from the ledger and open reservations; lists every difference")
    public Audit.Report run() {
        return audit.run();
    }
}
