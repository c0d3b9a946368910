/// This service's own view of products: what the catalog says of them and what inventory says is available.
@NullMarked
package shop.cart.product;

import org.jspecify.annotations.NullMarked;
