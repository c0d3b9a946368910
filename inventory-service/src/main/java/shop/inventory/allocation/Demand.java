package shop.inventory.allocation;

import java.util.List;

/// So many units of a product, and the warehouses that have it.
///
/// @param shelves in the order [Shelf#BY_PRIORITY]; together they have enough, one alone may be empty
public record Demand(String productId, long quantity, List<Shelf> shelves) {

    /// Adds what the shelves give, each as much as it has, in this order, until there is enough.
    public void pickInOrder(List<Shelf> inOrder, List<Pick> picks) {
        var missing = quantity;
        for (var shelf : inOrder) {
            missing -= pick(shelf, missing, picks);
        }
    }

    /// Adds what a shelf gives of the units that are missing, and returns how many it gives.
    public long pick(Shelf shelf, long missing, List<Pick> picks) {
        var part = Math.min(missing, shelf.available());
        if (part > 0) {
            picks.add(new Pick(productId, shelf.warehouseId(), part));
        }
        return part;
    }
}
