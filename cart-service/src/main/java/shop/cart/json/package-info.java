/// How this service writes down what only it reads again.
@NullMarked
package shop.cart.json;

import org.jspecify.annotations.NullMarked;
