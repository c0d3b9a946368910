/// Which warehouses give what an order needs. A strategy of one's own is one class: see [AllocationStrategy].
@NullMarked
package shop.inventory.allocation;

import org.jspecify.annotations.NullMarked;
