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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;
import shop.contracts.http.Preconditions;
import shop.contracts.http.Problems;

/// Stock of one product: read, counted, adjusted, and its history.
@Path("/api/v1/stock/{productId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stock")
class StockResource {

    /// So many units of one product that sums of them always fit.
    static final long MOST = 1_000_000_000_000L;

    private final StockRows rows;
    private final SetStock setStock;
    private final Movements movements;
    private final StockPublisher publisher;

    StockResource(StockRows rows, SetStock setStock, Movements movements, StockPublisher publisher) {
        this.rows = rows;
        this.setStock = setStock;
        this.movements = movements;
        this.publisher = publisher;
    }

    @GET
    @Operation(
            summary = "What is on hand, reserved and available, over all warehouses and in each; available to customers"
                    + " of the region, or wherever it is sold if none is named")
    public Response get(@Id String productId, @QueryParam("region") @Nullable String region) {
        return answer(
                Status.OK, productId, stock -> region == null ? StockView.of(stock) : StockView.of(stock, region));
    }

    @PUT
    @Path("warehouses/{warehouseId}")
    @Operation(summary = "Sets what was counted: the first time with If-None-Match: *, later with If-Match")
    public Response count(
            @Id String productId,
            @Id String warehouseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid Count count) {
        var place = new Place(productId, warehouseId);
        var first = "*".equals(ifNoneMatch);
        QuarkusTransaction.requiringNew().run(() -> {
            if (first) {
                setStock.begin(place, count.onHand());
            } else {
                setStock.count(place, count.onHand(), ifMatch);
            }
        });
        publisher.wake();
        return answer(first ? Status.CREATED : Status.OK, productId);
    }

    /// The key is a parameter too, as the ledger keeps it for longer than [Idempotent] does: for ever.
    @POST
    @Path("adjustments")
    @Idempotent
    @Operation(summary = "Adds or takes away what came or went; answers the movement in the ledger")
    public Response adjust(
            @Id String productId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Adjustment adjustment) {
        if (adjustment.delta() == 0) {
            throw Problems.invalid("delta", "must not be 0");
        }
        var place = new Place(productId, adjustment.warehouseId());
        var adjusted = setStock.adjust(place, adjustment.delta(), adjustment.reason(), key);
        return Response.status(Status.CREATED)
                .entity(adjusted.entry())
                .header("Idempotent-Replayed", adjusted.replayed() ? true : null)
                .build();
    }

    @GET
    @Path("movements")
    @Operation(
            summary = "The history of the stock, newest first",
            description = "Every movement in the ledger. 404 where there never was any stock of this product.")
    public Page<Movements.Entry> movements(
            @Id String productId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var before = before(Cursor.read(cursor));
        var found = movements.of(productId, before, limit + 1);
        if (found.isEmpty() && rows.of(productId).isEmpty()) {
            throw Problems.notFound("stock", productId);
        }
        return Page.of(found, limit, it -> Long.toString(it.movementId()));
    }

    private Response answer(Status status, String productId) {
        return answer(status, productId, StockView::of);
    }

    private Response answer(Status status, String productId, Function<Stock, StockView> view) {
        var stock = rows.of(productId).orElseThrow(() -> Problems.notFound("stock", productId));
        return Response.status(status)
                .header(HttpHeaders.ETAG, Preconditions.etag(stock.onHandVersion()))
                .entity(view.apply(stock))
                .build();
    }

    private static long before(@Nullable String key) {
        try {
            return key == null ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }

    /// What was counted.
    record Count(@NotNull @Min(0) @Max(MOST) Long onHand) {}

    /// What came (above 0) or went (below).
    record Adjustment(
            @NotNull @Id String warehouseId,
            @NotNull @Min(-MOST) @Max(MOST) Long delta,
            @NotBlank @Size(max = 500) @Text String reason) {}
}
