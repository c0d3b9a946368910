/// This service's own view of customers: nothing but whether, and when, one is a member.
@NullMarked
package shop.cart.customer;

import org.jspecify.annotations.NullMarked;
