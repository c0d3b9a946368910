/// Answers that are kept in memory for a short while, and what HTTP says of how long they hold.
@NullMarked
package shop.catalog.answer;

import org.jspecify.annotations.NullMarked;
