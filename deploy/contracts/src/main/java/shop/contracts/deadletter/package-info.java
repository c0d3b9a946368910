/// What operators may do about dead letters: list them, look at them, and replay them to the consumer that left them.
@NullMarked
package shop.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
