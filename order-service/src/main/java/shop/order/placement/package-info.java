/// Turns reserved checkouts into orders, a batch at a time.
@NullMarked
package shop.order.placement;

import org.jspecify.annotations.NullMarked;
