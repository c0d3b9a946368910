/// How much this replica takes on at a time: HTTP requests before any work, and checkouts before they begin.
@NullMarked
package shop.cart.load;

import org.jspecify.annotations.NullMarked;
