/// SMS by Twilio.
@NullMarked
package shop.notification.channel.twilio;

import org.jspecify.annotations.NullMarked;
