package shop.inventory.audit;

/// A product in a warehouse of which stock row, ledger and open reservations do not say the same. All in units.
///
/// @param driftUnits how much they disagree: |onHand - onHandByLedger| + |reserved - reservedByLedger| +
/// |reserved - reservedByOrders|
record Difference(
        String productId,
        String warehouseId,
        long onHand,
        long onHandByLedger,
        long reserved,
        long reservedByLedger,
        long reservedByOrders,
        long driftUnits) {}
