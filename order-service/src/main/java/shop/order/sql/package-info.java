/// A few words for set-based SQL by plain JDBC.
@NullMarked
package shop.order.sql;

import org.jspecify.annotations.NullMarked;
