package shop.inventory.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.inventory.stock.Movement;

/// What became of the differences, as the API shows it.
///
/// @param remaining products that the latest audit found differing beside the first, which this call is about: audit
/// again, then repair again
record Repaired(List<Place> repaired, List<Left> notRepaired, long remaining) {

    static Repaired of(List<Repair> repairs, long remaining) {
        var repaired = new ArrayList<Place>();
        var left = new ArrayList<Left>();
        for (var repair : repairs) {
            switch (repair) {
                case Repair.Corrected it -> repaired.add(Place.of(it));
                case Repair.Refused it -> left.add(Left.of(it));
                case Repair.Late it -> left.add(Left.of(it));
            }
        }
        return new Repaired(repaired, left, remaining);
    }

    /// @param movements what was entered into the ledger
    /// @param reserved where the stock row was changed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String productId,
            String warehouseId,
            List<Entered> movements,
            @Nullable Change reserved) {

        private static Place of(Repair.Corrected repair) {
            var it = repair.difference();
            return new Place(
                    it.productId(),
                    it.warehouseId(),
                    repair.missing().stream().map(Entered::of).toList(),
                    it.reserved() == it.reservedByOrders() ? null : new Change(it.reserved(), it.reservedByOrders()));
        }
    }

    record Entered(Movement.Kind kind, long quantity) {
        private static Entered of(Movement it) {
            return new Entered(it.kind(), it.quantity());
        }
    }

    record Change(long from, long to) {}

    /// A place that still differs, or a product of which that is not known.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Left(String productId, @Nullable String warehouseId, Repair.Why reason, String detail) {

        private static Left of(Repair.Refused repair) {
            var it = repair.difference();
            return new Left(it.productId(), it.warehouseId(), repair.why(), detail(repair));
        }

        private static Left of(Repair.Late it) {
            var detail = it.why() == Repair.Why.NOT_REACHED
                    ? "The time of this call was over before; call again"
                    : "Its movements could not be summed in the time for which a repair may hold its stock; repair it"
                            + " alone in a quiet hour, perhaps with a longer shop.inventory.repair.longest";
            return new Left(it.productId(), null, it.why(), detail);
        }

        private static String detail(Repair.Refused repair) {
            var it = repair.difference();
            var put = "count it: PUT /api/v1/stock/%s/warehouses/%s".formatted(it.productId(), it.warehouseId());
            return repair.why() == Repair.Why.NO_STOCK
                    ? "There is no stock row; %s".formatted(put)
                    : "%d are held for orders, but %d are on hand; %s"
                            .formatted(it.reservedByOrders(), it.onHand(), put);
        }
    }
}
