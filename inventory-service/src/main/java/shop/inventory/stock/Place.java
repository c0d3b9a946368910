package shop.inventory.stock;

import java.util.Comparator;

/// Where a product lies; sorted as stock rows are locked.
public record Place(String productId, String warehouseId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::productId).thenComparing(Place::warehouseId);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
