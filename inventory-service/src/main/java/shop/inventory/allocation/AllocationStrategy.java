package shop.inventory.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the warehouses that give what an order needs.
///
/// Every bean of this type can be chosen, by `shop.inventory.allocation`: to add one, write the class and its test.
///
/// It is asked while the stock is locked, many hundred times a second, so it only computes. It is asked when it is
/// certain that there is enough, and only where there is a choice; and what it answers is checked, so that a wrong one
/// sells nothing twice: the checkout that it is wrong about is rejected.
public interface AllocationStrategy {

    /// The name by which the setting chooses it.
    String id();

    /// Which warehouses give how much of each product. Every demand must be met exactly, and no shelf gives more than
    /// it has.
    ///
    /// @param demands of one order, one for each product
    /// @param region where the customer is, if that is known
    List<Pick> allocate(List<Demand> demands, @Nullable String region);
}
