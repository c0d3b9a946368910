package shop.inventory.stock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.bulk.ImportBody;

/// Import of stock.
@Path("/api/v1/stock/import")
@Produces(MediaType.APPLICATION_JSON)
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
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 255) String key,
            @QueryParam("lines") @Nullable Long lines,
            @Context HttpHeaders headers,
            InputStream body) {
        var importId = key == null ? Ids.next().toString() : key;
        var report = stockImport.run(importId, ImportBody.of(body, headers, lines));
        publisher.wake();
        var location = UriBuilder.fromPath("/api/v1/imports/{importId}").build(importId);
        return Response.accepted(report).location(location).build();
    }
}
