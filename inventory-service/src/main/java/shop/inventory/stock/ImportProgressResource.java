package shop.inventory.stock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.contracts.Text;
import shop.contracts.bulk.ImportReport;
import shop.contracts.bulk.Imports;
import shop.contracts.http.Problems;

/// How far imports are.
@Path("/api/v1/imports/{importId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stock")
class ImportProgressResource {

    private final Imports imports;

    ImportProgressResource(Imports imports) {
        this.imports = imports;
    }

    @GET
    @Operation(summary = "How far an import is, while it runs and afterwards")
    public ImportReport get(@Text String importId) {
        return imports.find(importId).orElseThrow(() -> Problems.notFound("import", importId));
    }
}
