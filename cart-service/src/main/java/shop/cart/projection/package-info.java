/// Makes this service's views of others' facts again from the topics, when asked or when Redis comes back empty.
@NullMarked
package shop.cart.projection;

import org.jspecify.annotations.NullMarked;
