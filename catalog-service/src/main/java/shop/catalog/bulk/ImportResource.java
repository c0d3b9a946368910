package shop.catalog.bulk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import shop.contracts.Text;
import shop.contracts.bulk.Imports;
import shop.contracts.http.Problems;
import shop.contracts.sql.Sql;

@Path("/api/v1/imports")
@RunOnVirtualThread
class ImportResource {

    private final Imports imports;
    private final Unindexed unindexed;
    private final Sql sql;

    ImportResource(Imports imports, Unindexed unindexed, Sql sql) {
        this.imports = imports;
        this.unindexed = unindexed;
        this.sql = sql;
    }

    /// How far the import is, at one moment: a block that comes in between would else make `indexed` wrong.
    @GET
    @Path("{importId}")
    @Transactional
    public ImportProgress progress(@PathParam("importId") @Text String importId) {
        sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        var report = imports.find(importId).orElseThrow(() -> Problems.notFound("import", importId));
        return ImportProgress.of(report, unindexed.indexed(importId).ofImport());
    }
}
