/// Benchmarks: real processes under load, observed from outside. They print figures and judge nothing.
@NullMarked
package shop.load;

import org.jspecify.annotations.NullMarked;
