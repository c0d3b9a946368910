/// The life of an order: its states, what may follow on what, its history, and the telling of it.
///
/// Whoever moves an order (REST, payment, time-out) does it through [shop.order.lifecycle.Orders#move].
@NullMarked
package shop.order.lifecycle;

import org.jspecify.annotations.NullMarked;
