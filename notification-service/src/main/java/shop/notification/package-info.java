/// Tells customers what happens to their orders: by e-mail, SMS and push, each once.
@NullMarked
package shop.notification;

import org.jspecify.annotations.NullMarked;
