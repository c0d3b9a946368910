/// What customers think of products; its stars are part of the product.
@NullMarked
package shop.catalog.review;

import org.jspecify.annotations.NullMarked;
