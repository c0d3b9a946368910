package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import shop.inventory.allocation.Demand;
import shop.inventory.allocation.Pick;
import shop.inventory.allocation.Shelf;
import shop.inventory.stock.Offer;
import shop.inventory.stock.StockRow;

/// What is left of one product while a batch is decided, in each warehouse.
final class ProductStock {

    private final List<String> soldIn;
    private final List<Shelf> shelves = new ArrayList<>(1);
    private long available;

    /// @param soldIn as [Offer] has it
    ProductStock(List<String> soldIn) {
        this.soldIn = soldIn;
    }

    void add(StockRow row) {
        shelves.add(new Shelf(row.warehouseId(), row.region(), row.priority(), row.available()));
        available += row.available();
        if (shelves.size() > 1) {
            shelves.sort(Shelf.BY_PRIORITY);
        }
    }

    Offer offer() {
        return new Offer(available, soldIn);
    }

    /// True where there is but one warehouse to take from.
    boolean isInOnePlace() {
        return shelves.size() == 1;
    }

    Demand demand(String productId, long quantity) {
        return new Demand(productId, quantity, Collections.unmodifiableList(shelves));
    }

    /// Takes all from the one place where it is.
    Pick takeFromOnePlace(String productId, long quantity) {
        var pick = new Pick(productId, shelves.getFirst().warehouseId(), quantity);
        take(pick);
        return pick;
    }

    /// Throws [WrongAllocation] where that much is not there.
    void take(Pick pick) {
        for (int i = 0; i < shelves.size(); i++) {
            var shelf = shelves.get(i);
            if (shelf.warehouseId().equals(pick.warehouseId())) {
                shelves.set(i, less(shelf, pick));
                available -= pick.quantity();
                return;
            }
        }
        throw new WrongAllocation("%s has nothing".formatted(pick));
    }

    private static Shelf less(Shelf shelf, Pick pick) {
        if (pick.quantity() < 1 || pick.quantity() > shelf.available()) {
            throw new WrongAllocation("%s is not within the %d that are there".formatted(pick, shelf.available()));
        }
        return new Shelf(shelf.warehouseId(), shelf.region(), shelf.priority(), shelf.available() - pick.quantity());
    }

    /// A strategy gave what is not there, or other than was asked for.
    static final class WrongAllocation extends RuntimeException {
        WrongAllocation(String message) {
            super(message);
        }
    }
}
