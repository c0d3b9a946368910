/// Import of any size: newline-delimited JSON, worked off in blocks while it arrives, with progress that can be read.
@NullMarked
package shop.contracts.bulk;

import org.jspecify.annotations.NullMarked;
