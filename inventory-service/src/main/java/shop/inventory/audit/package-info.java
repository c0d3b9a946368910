/// Recomputes the stock from the ledger and the open reservations, and says where they differ.
@NullMarked
package shop.inventory.audit;

import org.jspecify.annotations.NullMarked;
