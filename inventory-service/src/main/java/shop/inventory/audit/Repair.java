package shop.inventory.audit;

import java.util.ArrayList;
import java.util.List;
import shop.inventory.stock.Correction;
import shop.inventory.stock.Movement;
import shop.inventory.stock.Movement.Kind;

/// How a difference is put right, and whether it can be.
///
/// What stands on hand in the stock row is what customers were sold against: it stands, and the ledger gets an
/// adjustment. What is reserved is what open reservations hold, since these are promises to customers: the stock row is
/// set to it, and the ledger gets a movement of what it lacks. No unit comes, goes or changes hands by it.
sealed interface Repair {

    /// @param hasStock whether there is a stock row, locked by this transaction
    /// @param reason why the books are corrected, as the ledger will keep it
    static Repair of(Difference it, boolean hasStock, String reason) {
        if (!hasStock) {
            return new Refused(it, Why.NO_STOCK);
        }
        if (it.reservedByOrders() < 0 || it.reservedByOrders() > it.onHand()) {
            return new Refused(it, Why.MORE_HELD_THAN_ON_HAND);
        }
        return new Corrected(it, missing(it, reason));
    }

    private static List<Movement> missing(Difference it, String reason) {
        var missing = new ArrayList<Movement>(2);
        var onHand = Math.subtractExact(it.onHand(), it.onHandByLedger());
        if (onHand != 0) {
            missing.add(movement(Kind.ADJUSTED, it, onHand, reason));
        }
        var reserved = Math.subtractExact(it.reservedByOrders(), it.reservedByLedger());
        if (reserved != 0) {
            missing.add(movement(reserved > 0 ? Kind.RESERVED : Kind.RELEASED, it, Math.absExact(reserved), reason));
        }
        return missing;
    }

    private static Movement movement(Kind kind, Difference it, long quantity, String reason) {
        return new Movement(kind, it.productId(), it.warehouseId(), quantity, null, reason, null);
    }

    /// The stock row gets `reserved` as it is by orders, the ledger the movements.
    record Corrected(Difference difference, List<Movement> missing) implements Repair {
        Correction correction() {
            return new Correction(
                    difference.productId(), difference.warehouseId(), difference.reservedByOrders(), missing);
        }
    }

    /// People must count first: nothing that is known says how many there are.
    record Refused(Difference difference, Why why) implements Repair {}

    /// Not looked at to the end, so nobody knows whether it differs; it is as it was.
    record Late(String productId, Why why) implements Repair {}

    /// Why something is left as it is.
    enum Why {
        /// Ledger or orders speak of a place of which there is no stock.
        NO_STOCK,
        /// More is promised to customers than is there, which no stock row can say.
        MORE_HELD_THAN_ON_HAND,
        /// Its stock would have been kept from customers for too long.
        TOOK_TOO_LONG,
        /// The time of the whole repair was over before.
        NOT_REACHED
    }
}
