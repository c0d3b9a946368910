package shop.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.inventory.allocation.AllocationStrategy;
import shop.inventory.allocation.Demand;
import shop.inventory.allocation.Pick;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.reservation.ProductStock.WrongAllocation;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.stock.Offer;
import shop.inventory.stock.StockRow;

/// Decides a batch of checkouts against the stock on hand: each gets all of its lines or none, first come first served.
///
/// Plain Java: the rows are already locked, and nothing here knows where they came from.
record ReservationBatch(Map<String, ProductStock> stock, AllocationStrategy strategy, Instant now) {

    /// For products that are sold everywhere, from the warehouses of the region first.
    static ReservationBatch of(List<StockRow> rows, Instant now) {
        return of(rows, Map.of(), new RegionFirst(), now);
    }

    /// @param soldIn of each product that is restricted: the regions where it is sold
    static ReservationBatch of(
            List<StockRow> rows, Map<String, List<String>> soldIn, AllocationStrategy strategy, Instant now) {
        var stock = HashMap.<String, ProductStock>newHashMap(rows.size());
        soldIn.forEach((productId, regions) -> stock.put(productId, new ProductStock(regions)));
        for (var row : rows) {
            stock.computeIfAbsent(row.productId(), _ -> new ProductStock(Offer.EVERYWHERE))
                    .add(row);
        }
        return new ReservationBatch(stock, strategy, now);
    }

    /// Throws [WrongAllocation], and is of no use any more, where the strategy is wrong.
    Reservation decide(Checkout checkout) {
        if (checkout.isExpiredAt(now)) {
            return Reservation.expired(checkout, now);
        }
        var wanted = checkout.quantitiesByProduct();
        var shortages = shortagesOf(wanted, checkout.region());
        return shortages.isEmpty()
                ? Reservation.held(checkout, allocate(wanted, checkout.region()), now)
                : Reservation.outOfStock(checkout, shortages, now);
    }

    private List<Shortage> shortagesOf(Map<String, Long> wanted, @Nullable String region) {
        var shortages = new ArrayList<Shortage>(0);
        wanted.forEach((productId, quantity) -> {
            var offer = offerOf(productId);
            var available = offer.to(region);
            if (quantity > available) {
                var elsewhere = offer.isMadeTo(region) ? null : offer.soldIn();
                shortages.add(new Shortage(productId, quantity, available, elsewhere));
            }
        });
        return shortages;
    }

    private Offer offerOf(String productId) {
        var its = stock.get(productId);
        return its == null ? Offer.NOTHING : its.offer();
    }

    private List<Allocation> allocate(Map<String, Long> wanted, @Nullable String region) {
        var allocations = new ArrayList<Allocation>(wanted.size());
        if (isThereNoChoice(wanted)) {
            wanted.forEach((productId, quantity) ->
                    allocations.add(allocation(of(productId).takeFromOnePlace(productId, quantity))));
        } else {
            choose(wanted, region).forEach(it -> allocations.add(allocation(it)));
        }
        return allocations;
    }

    /// Most products are in one place, and then no strategy is asked.
    private boolean isThereNoChoice(Map<String, Long> wanted) {
        for (var productId : wanted.keySet()) {
            if (!of(productId).isInOnePlace()) {
                return false;
            }
        }
        return true;
    }

    /// Takes what the strategy chooses, if that is what is wanted.
    private List<Pick> choose(Map<String, Long> wanted, @Nullable String region) {
        var demands = new ArrayList<Demand>(wanted.size());
        wanted.forEach((productId, quantity) -> demands.add(of(productId).demand(productId, quantity)));
        var picks = List.copyOf(strategy.allocate(demands, region));
        var missing = new HashMap<>(wanted);
        for (var pick : picks) {
            if (missing.computeIfPresent(pick.productId(), (_, it) -> it - pick.quantity()) == null) {
                throw new WrongAllocation("%s was not asked for".formatted(pick));
            }
            of(pick.productId()).take(pick);
        }
        if (missing.values().stream().anyMatch(it -> it != 0)) {
            throw new WrongAllocation("%s gave %s for %s".formatted(strategy.id(), picks, wanted));
        }
        return picks;
    }

    private static Allocation allocation(Pick pick) {
        return new Allocation(pick.productId(), pick.warehouseId(), pick.quantity());
    }

    /// Of a product of which something is wanted and there.
    private ProductStock of(String productId) {
        return Objects.requireNonNull(stock.get(productId));
    }
}
