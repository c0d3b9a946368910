/// What every benchmark needs: load, and how long it took.
@NullMarked
package shop.load.measure;

import org.jspecify.annotations.NullMarked;
