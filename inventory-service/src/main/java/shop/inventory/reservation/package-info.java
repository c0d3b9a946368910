/// For whom stock is held: decides checkouts in batches, gives back what is cancelled, takes out what is shipped.
@NullMarked
package shop.inventory.reservation;

import org.jspecify.annotations.NullMarked;
