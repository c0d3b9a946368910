/// Plain JDBC without its ceremony, for work on one row or on many at once.
@NullMarked
package shop.contracts.sql;

import org.jspecify.annotations.NullMarked;
