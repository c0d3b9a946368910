package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Preconditions;

/// Sets what was counted, and adjusts by what came or went. Runs in the caller's transaction.
@ApplicationScoped
class SetStock {

    private final StockRows rows;
    private final Ledger ledger;
    private final Movements movements;
    private final Warehouses warehouses;

    SetStock(StockRows rows, Ledger ledger, Movements movements, Warehouses warehouses) {
        this.rows = rows;
        this.ledger = ledger;
        this.movements = movements;
        this.warehouses = warehouses;
    }

    /// The first count of a product in a warehouse.
    void begin(Place place, long onHand) {
        warehouses.mustHave(place.warehouseId());
        if (rows.create(List.of(place)).isEmpty()) {
            throw new StockRefused.AlreadyThere(place);
        }
        if (onHand > 0) {
            ledger.book(List.of(Movement.received(place, onHand)));
        }
    }

    /// A later count; `ifMatch` is the entity tag of the stock that it is based on.
    void count(Place place, long onHand, @Nullable String ifMatch) {
        var stock = locked(place.productId());
        Preconditions.ifMatch(ifMatch, stock.map(Stock::onHandVersion).orElse(0L));
        var row = stock.flatMap(it -> it.in(place.warehouseId())).orElseThrow(() -> new StockRefused.NoStock(place));
        adjust(place, row, onHand - row.onHand(), "counted", null);
    }

    /// An adjustment; with a key that the ledger knows already it is that one, however long ago.
    Adjusted adjust(Place place, long delta, String reason, @Nullable String key) {
        var row = locked(place.productId()).flatMap(it -> it.in(place.warehouseId()));
        var known = key == null ? Optional.<Movements.Entry>empty() : movements.adjustment(place.productId(), key);
        if (known.isPresent()) {
            return new Adjusted(sameAs(known.get(), place, delta, reason), true);
        }
        warehouses.mustHave(place.warehouseId());
        adjust(place, row.orElseThrow(() -> new StockRefused.NoStock(place)), delta, reason, key);
        return new Adjusted(movements.newest(place), false);
    }

    private void adjust(Place place, StockRow row, long delta, String reason, @Nullable String key) {
        var onHand = row.onHand() + delta;
        if (onHand < row.reserved()) {
            throw new StockRefused.BelowReserved(place, onHand, row.reserved());
        }
        if (delta != 0) {
            ledger.book(List.of(Movement.adjusted(place, delta, reason, key)));
        }
    }

    private static Movements.Entry sameAs(Movements.Entry first, Place place, long delta, String reason) {
        if (first.quantity() != delta
                || !first.warehouseId().equals(place.warehouseId())
                || !reason.equals(first.reason())) {
            throw new StockRefused.KeyUsed(place.productId());
        }
        return first;
    }

    private Optional<Stock> locked(String productId) {
        var locked = rows.locked(List.of(productId));
        return locked.isEmpty() ? Optional.empty() : Optional.of(new Stock(productId, locked));
    }

    /// The adjustment as it stands in the ledger; `replayed` where an earlier request entered it.
    record Adjusted(Movements.Entry entry, boolean replayed) {}
}
