package shop.inventory.stock;

/// Why stock was not changed as asked.
abstract sealed class StockRefused extends RuntimeException {

    private StockRefused(String message) {
        super(message);
    }

    /// More is reserved than would be on hand.
    static final class BelowReserved extends StockRefused {
        private final Place place;
        private final long onHand;
        private final long reserved;

        BelowReserved(Place place, long onHand, long reserved) {
            super("%d on hand would be less than the %d that are reserved".formatted(onHand, reserved));
            this.place = place;
            this.onHand = onHand;
            this.reserved = reserved;
        }

        Place place() {
            return place;
        }

        long onHand() {
            return onHand;
        }

        long reserved() {
            return reserved;
        }
    }

    /// There is no such warehouse.
    static final class UnknownWarehouse extends StockRefused {
        private final String warehouseId;

        UnknownWarehouse(String warehouseId) {
            super("There is no warehouse %s".formatted(warehouseId));
            this.warehouseId = warehouseId;
        }

        String warehouseId() {
            return warehouseId;
        }
    }

    /// Nothing of this product was ever put into this warehouse.
    static final class NoStock extends StockRefused {
        private final Place place;

        NoStock(Place place) {
            super("There is no stock of %s in warehouse %s".formatted(place.productId(), place.warehouseId()));
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    /// `If-None-Match: *` was asked for, but it is there.
    static final class AlreadyThere extends StockRefused {
        AlreadyThere(Place place) {
            super("Stock of %s in warehouse %s exists".formatted(place.productId(), place.warehouseId()));
        }

        AlreadyThere(String message) {
            super(message);
        }
    }

    /// The key of this adjustment stands for another one.
    static final class KeyUsed extends StockRefused {
        KeyUsed(String productId) {
            super("This key was used for another adjustment of %s".formatted(productId));
        }
    }
}
