/// Each event told once on each wanted channel: requests, sending, retries, dead letters.
@NullMarked
package shop.notification.delivery;

import org.jspecify.annotations.NullMarked;
