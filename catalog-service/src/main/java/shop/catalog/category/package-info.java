/// The categories that products belong to.
@NullMarked
package shop.catalog.category;

import org.jspecify.annotations.NullMarked;
