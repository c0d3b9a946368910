/// What inventory says of a product, as far as customers see it: in stock or not, and in which regions.
@NullMarked
package shop.catalog.stock;

import org.jspecify.annotations.NullMarked;
