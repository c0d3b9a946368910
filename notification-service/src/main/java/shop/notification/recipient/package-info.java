/// Whom, and on which channels: contact data as order-service tells them, and what each customer wants.
@NullMarked
package shop.notification.recipient;

import org.jspecify.annotations.NullMarked;
