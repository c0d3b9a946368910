/// Redis by Redisson: scripts, each of which happens whole or not at all, and views of other services' facts.
@NullMarked
package shop.cart.redis;

import org.jspecify.annotations.NullMarked;
