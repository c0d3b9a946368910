/// Push by Firebase Cloud Messaging.
@NullMarked
package shop.notification.channel.fcm;

import org.jspecify.annotations.NullMarked;
