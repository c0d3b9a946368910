/// What is said: from an order's event to a text. Plain Java, and no personal data in any text.
@NullMarked
package shop.notification.message;

import org.jspecify.annotations.NullMarked;
