/// What is for sale: products and their categories, imported, told and found.
@NullMarked
package shop.catalog;

import org.jspecify.annotations.NullMarked;
