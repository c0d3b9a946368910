package shop.inventory.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers can be sold of a product: the one rule behind what is shown as available and what can be reserved.
///
/// @param available units that nobody else has reserved
/// @param soldIn the regions whose customers may have them; none means everywhere, also where the region is unknown
public record Offer(long available, List<String> soldIn) {

    /// Sold in every region.
    public static final List<String> EVERYWHERE = List.of();

    /// There is none of it.
    public static final Offer NOTHING = new Offer(0, EVERYWHERE);

    /// How much a customer of this region can be sold.
    public long to(@Nullable String region) {
        return isMadeTo(region) ? available : 0;
    }

    /// True if customers of this region may have the product, in stock or not.
    public boolean isMadeTo(@Nullable String region) {
        return soldIn.isEmpty() || region != null && soldIn.contains(region);
    }

    /// As the world is told: nothing is said of what is sold everywhere.
    public @Nullable List<String> saidSoldIn() {
        return soldIn.isEmpty() ? null : soldIn;
    }
}
