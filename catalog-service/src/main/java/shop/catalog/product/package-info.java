/// A product as the merchant offers it, kept with its versions, and told as its latest state whenever it changes.
@NullMarked
package shop.catalog.product;

import org.jspecify.annotations.NullMarked;
