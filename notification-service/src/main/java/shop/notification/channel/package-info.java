/// The ways to reach a customer: each channel has a notifier, and a new notifier is a new bean.
///
/// Nothing here knows what is said, or when.
@NullMarked
package shop.notification.channel;

import org.jspecify.annotations.NullMarked;
