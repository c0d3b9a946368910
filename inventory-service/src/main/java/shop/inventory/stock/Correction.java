package shop.inventory.stock;

import java.util.List;

/// What makes a stock row and the ledger agree again after they did not; what is on hand stays as it is.
///
/// @param reserved what the stock row says from now on
/// @param missing what the ledger lacks; it changes no stock row
public record Correction(String productId, String warehouseId, long reserved, List<Movement> missing) {}
