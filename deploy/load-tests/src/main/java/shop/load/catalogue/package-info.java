/// What a large catalogue costs: import, searches, the rebuild of the index, and what routing would bring.
@NullMarked
package shop.load.catalogue;

import org.jspecify.annotations.NullMarked;
