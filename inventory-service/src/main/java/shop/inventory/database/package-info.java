/// Plain JDBC without its ceremony, for work on many rows at once.
@NullMarked
package shop.inventory.database;

import org.jspecify.annotations.NullMarked;
