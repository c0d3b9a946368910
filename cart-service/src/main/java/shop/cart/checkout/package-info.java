/// From a cart to an order: each checkout asked for once, told until it has an outcome, and answered from any replica.
@NullMarked
package shop.cart.checkout;

import org.jspecify.annotations.NullMarked;
