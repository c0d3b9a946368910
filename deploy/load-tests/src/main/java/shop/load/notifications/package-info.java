/// The notification-service before providers that fail: nothing is lost, and how soon, how many, in how much memory.
@NullMarked
package shop.load.notifications;

import org.jspecify.annotations.NullMarked;
