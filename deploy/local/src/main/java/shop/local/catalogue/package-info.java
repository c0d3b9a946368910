/// Products as a real shop has them, as many as are asked for, and their way into the running shop.
@NullMarked
package shop.local.catalogue;

import org.jspecify.annotations.NullMarked;
