/// Whole catalogues at once: the import of newline-delimited JSON, and how far the index has come with it.
@NullMarked
package shop.catalog.bulk;

import org.jspecify.annotations.NullMarked;
