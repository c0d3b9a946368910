/// How events move: CloudEvents on Kafka, and the two rules of ARCHITECTURE.md that lose none.
@NullMarked
package shop.contracts.event;

import org.jspecify.annotations.NullMarked;
