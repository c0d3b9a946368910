package shop.notification.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// Whom mails come from, as a setting says: `shop@example.com` or `Shop <shop@example.com>`.
public final class Sender {

    private Sender() {}

    /// Throws [IllegalStateException] that names the setting where its value is not an address.
    public static InternetAddress of(String setting, String value) {
        try {
            return new InternetAddress(value, true);
        } catch (AddressException e) {
            throw new IllegalStateException(setting + " is not an e-mail address", e);
        }
    }
}
