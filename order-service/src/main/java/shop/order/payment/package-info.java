/// Money: a payment row is written with each order and worked off against the gateway until its outcome is known.
@NullMarked
package shop.order.payment;

import org.jspecify.annotations.NullMarked;
