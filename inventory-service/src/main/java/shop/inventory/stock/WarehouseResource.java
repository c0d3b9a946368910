package shop.inventory.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;
import shop.contracts.http.Preconditions;
import shop.contracts.http.Problems;

/// The warehouses.
@Path("/api/v1/warehouses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Warehouses")
class WarehouseResource {

    private final Warehouses warehouses;

    WarehouseResource(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    @GET
    @Operation(summary = "All warehouses, by their ids")
    public Page<View> list(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var after = Objects.requireNonNullElse(Cursor.read(cursor), "");
        return Page.of(warehouses.behind(after, limit + 1), limit, Warehouse::warehouseId)
                .map(View::of);
    }

    @GET
    @Path("{warehouseId}")
    @Operation(summary = "A warehouse by its id; MAIN exists from the start")
    public Response get(@Id String warehouseId) {
        var warehouse =
                warehouses.findByIdOptional(warehouseId).orElseThrow(() -> Problems.notFound("warehouse", warehouseId));
        return answer(Status.OK, warehouse);
    }

    @PUT
    @Path("{warehouseId}")
    @Operation(summary = "Adds a warehouse or changes it; If-Match is optional, and obeyed where it is sent")
    public Response put(
            @Id String warehouseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Body body) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var before = warehouses.locked(warehouseId);
            if (ifMatch != null) {
                Preconditions.ifMatch(ifMatch, before.map(Warehouse::version).orElse(0L));
            }
            return answer(before.isPresent() ? Status.OK : Status.CREATED, put(before, body.toWarehouse(warehouseId)));
        });
    }

    private Warehouse put(Optional<Warehouse> before, Warehouse sent) {
        if (before.isEmpty() && warehouses.add(sent)) {
            return sent;
        }
        var warehouse = before.or(() -> warehouses.locked(sent.warehouseId())).orElseThrow();
        if (!warehouse.region().equals(sent.region())) {
            warehouses.tellAgain(warehouse.warehouseId());
        }
        warehouse.become(sent);
        return warehouse;
    }

    private static Response answer(Status status, Warehouse warehouse) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Preconditions.etag(warehouse.version()))
                .entity(View.of(warehouse))
                .build();
    }

    /// A warehouse as it is sent.
    record Body(
            @NotBlank @Size(max = 200) @Text String name,
            @NotBlank @Size(max = 64) @Text String region,
            @NotNull @Min(0) @Max(1_000_000) Integer priority) {

        Warehouse toWarehouse(String warehouseId) {
            return new Warehouse(warehouseId, name, region, priority);
        }
    }

    record View(String warehouseId, String name, String region, int priority) {

        private static View of(Warehouse it) {
            return new View(it.warehouseId(), it.name(), it.region(), it.priority());
        }
    }
}
