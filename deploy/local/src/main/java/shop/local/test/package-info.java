/// The same servers for a service's tests: started by an annotation, broken and read by the tests.
@NullMarked
package shop.local.test;

import org.jspecify.annotations.NullMarked;
