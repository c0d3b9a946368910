package shop.inventory.allocation;

/// So many units of a product from one warehouse.
public record Pick(String productId, String warehouseId, long quantity) {}
