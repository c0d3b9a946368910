/// The inventory service: stock, warehouses and reservations. Nothing is sold twice.
@NullMarked
package shop.inventory;

import org.jspecify.annotations.NullMarked;
