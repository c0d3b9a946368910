package shop.inventory.stock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.bulk.ImportReport;
import shop.contracts.http.Problems;

/// Import of stock.
@Path("/api/v1/stock/import")
@RunOnVirtualThread
@Tag(name = "Stock")
class ImportResource {

    private final StockImport stockImport;
    private final StockPublisher publisher;

    ImportResource(StockImport stockImport, StockPublisher publisher) {
        this.stockImport = stockImport;
        this.publisher = publisher;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Operation(summary = "Sets the stock of many products, one JSON object a line: {productId, warehouseId?, onHand}")
    public Response take(
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 255) String key, InputStream body) {
        var importId = key == null ? Ids.next().toString() : key;
        var report = run(importId, body);
        publisher.wake();
        var location = UriBuilder.fromPath("/api/v1/imports/{importId}").build(importId);
        return Response.accepted(report).location(location).build();
    }

    private ImportReport run(String importId, InputStream body) {
        try {
            return stockImport.run(importId, body);
        } catch (IOException _) {
            throw Problems.of("body-cut-off", Status.BAD_REQUEST, "The body broke off", "Send the same import again")
                    .with("importId", importId)
                    .build();
        }
    }
}
