/// Following an order live: a stream of its events for whoever keeps the connection open.
///
/// Any replica serves any order. News come from the topic; what the topic did not bring in sequence is read from the
/// history, so a follower misses nothing and hears nothing twice.
@NullMarked
package shop.order.following;

import org.jspecify.annotations.NullMarked;
