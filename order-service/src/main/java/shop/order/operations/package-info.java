/// For operators: which orders are stuck, and what can be done about one by hand.
@NullMarked
package shop.order.operations;

import org.jspecify.annotations.NullMarked;
