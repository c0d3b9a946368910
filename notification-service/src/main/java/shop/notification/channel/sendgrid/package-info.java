/// E-mail by SendGrid.
@NullMarked
package shop.notification.channel.sendgrid;

import org.jspecify.annotations.NullMarked;
