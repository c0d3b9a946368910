package shop.inventory.stock;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import shop.contracts.http.Problems;

/// What a refusal looks like over HTTP.
class StockProblems {

    @ServerExceptionMapper
    Response of(StockRefused refused) {
        return switch (refused) {
            case StockRefused.BelowReserved it -> belowReserved(it).toResponse();
            case StockRefused.UnknownWarehouse it ->
                Problems.unprocessable("unknown-warehouse", "Unknown warehouse", message(it))
                        .with("field", "warehouseId")
                        .with("warehouseId", it.warehouseId())
                        .build()
                        .toResponse();
            case StockRefused.NoStock it ->
                Problems.of("not-found", Status.NOT_FOUND, "Not found", message(it))
                        .with("field", "warehouseId")
                        .with("productId", it.place().productId())
                        .with("warehouseId", it.place().warehouseId())
                        .build()
                        .toResponse();
            case StockRefused.AlreadyThere it ->
                Problems.of("precondition-failed", Status.PRECONDITION_FAILED, "Already there", message(it))
                        .with("field", "If-None-Match")
                        .build()
                        .toResponse();
            case StockRefused.KeyUsed it ->
                Problems.unprocessable("idempotency-key-reused", "This key was used with another body", message(it))
                        .with("field", "Idempotency-Key")
                        .build()
                        .toResponse();
        };
    }

    private static HttpProblem belowReserved(StockRefused.BelowReserved it) {
        return Problems.conflict("below-reserved", "Below what is reserved", message(it))
                .with("productId", it.place().productId())
                .with("warehouseId", it.place().warehouseId())
                .with("onHand", it.onHand())
                .with("reserved", it.reserved())
                .build();
    }

    private static String message(StockRefused refused) {
        return String.valueOf(refused.getMessage());
    }
}
