package shop.catalog.bulk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.bulk.ImportBody;
import shop.contracts.http.Problems;

@Path("/api/v1/products/import")
@RunOnVirtualThread
class ProductImportResource {

    private static final String KEY = "Idempotency-Key";

    private final ProductImport products;

    ProductImportResource(ProductImport products) {
        this.products = products;
    }

    /// Takes a product body a line, as many as there are. The key is the import's id: its progress can be read while
    /// the lines arrive, and the same import sent again goes on where it was cut off.
    ///
    /// @param lines how many lines will come, where the sender knows it and says it: it makes a better estimate
    @POST
    @Consumes("application/x-ndjson")
    public Response take(
            @HeaderParam(KEY) @Nullable String key,
            @QueryParam("lines") @Nullable Long lines,
            @Context HttpHeaders headers,
            InputStream body) {
        var importId = key == null ? Ids.next().toString() : checked(key);
        products.run(importId, ImportBody.of(body, headers, lines));
        var location = UriBuilder.fromPath("/api/v1/imports/{importId}").build(importId);
        return Response.accepted().location(location).build();
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > 255) {
            throw Problems.invalid(KEY, "must have 1 to 255 characters");
        }
        return key;
    }
}
