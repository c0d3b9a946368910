/// Carts: immutable, kept in Redis, changed by compare-and-set, shown with what they cost now.
@NullMarked
package shop.cart.cart;

import org.jspecify.annotations.NullMarked;
