/// E-mail by SMTP.
@NullMarked
package shop.notification.channel.smtp;

import org.jspecify.annotations.NullMarked;
