/// An order from placement to delivery; the features are the packages inside.
@NullMarked
package shop.order;

import org.jspecify.annotations.NullMarked;
