package shop.notification.message;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom a message is written for. Personal data: the text form shows none of it.
///
/// @param timeZone by which moments are told
/// @param name how they are greeted; null where it is not known
/// @param unsubscribe where they say that they want no more reminders of carts; null where that cannot be said
public record Reader(
        Locale language,
        ZoneId timeZone,
        @Nullable String name,
        @Nullable URI unsubscribe) {

    /// Nobody in particular, in English.
    public static final Reader ANYBODY = new Reader(Locale.ENGLISH, ZoneId.of("UTC"), null, null);

    @Override
    public String toString() {
        return "Reader[" + language + "]";
    }
}
