/// For how much: strategies, the policy that says which are in force, and quotes that are exact to the cent.
@NullMarked
package shop.cart.pricing;

import org.jspecify.annotations.NullMarked;
