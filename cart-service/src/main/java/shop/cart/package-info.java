/// What a customer wants to buy, and for how much.
///
/// Only what belongs to no feature stands here: the clock, and how refusals become problems.
@NullMarked
package shop.cart;

import org.jspecify.annotations.NullMarked;
