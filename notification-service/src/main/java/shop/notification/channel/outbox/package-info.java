/// The providers that stand in for real ones: what they take is kept, and can be looked at.
@NullMarked
package shop.notification.channel.outbox;

import org.jspecify.annotations.NullMarked;
