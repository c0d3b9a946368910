package shop.notification.recipient;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Contact;

/// A customer as far as they can be told something.
///
/// @param version of the customer at order-service; an older one never replaces a newer one
/// @param erased their data are gone, and they are told nothing any more
public record Recipient(long version, boolean erased, Contact contact) {

    static Recipient of(CustomerChanged change) {
        return change.erased()
                ? new Recipient(change.version(), true, Contact.none(change.customerId()))
                : new Recipient(
                        change.version(),
                        false,
                        new Contact(
                                change.customerId(),
                                text(change.name()),
                                text(change.email()),
                                text(change.phone()),
                                List.of()));
    }

    public String customerId() {
        return contact.customerId();
    }

    private static @Nullable String text(@Nullable String address) {
        return address == null || address.isBlank() ? null : address.strip();
    }
}
