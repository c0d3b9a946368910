/// Finding products: the index, fed from our own topic like any other consumer, and the filters that a search chains.
@NullMarked
package shop.catalog.search;

import org.jspecify.annotations.NullMarked;
