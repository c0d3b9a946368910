/// Many orders: how fast they come to be and move on, how fast they are read, and what it costs to follow them.
@NullMarked
package shop.load.orders;

import org.jspecify.annotations.NullMarked;
