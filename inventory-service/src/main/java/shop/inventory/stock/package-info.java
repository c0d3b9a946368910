/// What is in stock and where it lies: counted, adjusted, imported, and told to the others.
@NullMarked
package shop.inventory.stock;

import org.jspecify.annotations.NullMarked;
