package shop.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.stock.StockRow;

/// Decides a batch of checkouts against the stock on hand: each gets all of its lines or none, first come first served.
///
/// Plain Java: the rows are already locked, and nothing here knows where they came from.
record ReservationBatch(Map<String, ProductStock> stock, Instant now) {

    private static final ProductStock NOTHING = new ProductStock(List.of());

    static ReservationBatch of(List<StockRow> rows, Instant now) {
        var warehouses = new HashMap<String, List<ProductStock.Warehouse>>();
        for (var row : rows) {
            var warehouse =
                    new ProductStock.Warehouse(row.warehouseId(), row.region(), row.priority(), row.available());
            warehouses.computeIfAbsent(row.productId(), _ -> new ArrayList<>(1)).add(warehouse);
        }
        var stock = HashMap.<String, ProductStock>newHashMap(warehouses.size());
        warehouses.forEach((productId, its) -> stock.put(productId, new ProductStock(its)));
        return new ReservationBatch(stock, now);
    }

    Reservation decide(Checkout checkout) {
        if (checkout.isExpiredAt(now)) {
            return Reservation.expired(checkout, now);
        }
        var wanted = checkout.quantitiesByProduct();
        var shortages = shortagesOf(wanted);
        return shortages.isEmpty()
                ? Reservation.held(checkout, allocate(wanted, checkout.region()), now)
                : Reservation.outOfStock(checkout, shortages, now);
    }

    private List<Shortage> shortagesOf(Map<String, Long> wanted) {
        var shortages = new ArrayList<Shortage>(0);
        wanted.forEach((productId, quantity) -> {
            var available = of(productId).available();
            if (quantity > available) {
                shortages.add(new Shortage(productId, quantity, available));
            }
        });
        return shortages;
    }

    private List<Allocation> allocate(Map<String, Long> wanted, @Nullable String region) {
        var allocations = new ArrayList<Allocation>(wanted.size());
        wanted.forEach((productId, quantity) -> allocations.addAll(of(productId).take(productId, quantity, region)));
        return allocations;
    }

    private ProductStock of(String productId) {
        return stock.getOrDefault(productId, NOTHING);
    }
}
