package shop.contracts.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The opaque place in a list that the next page starts after.
public final class Cursor {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Cursor() {}

    public static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /// The key inside, or null where there is no cursor. Throws a problem naming `cursor` where it was not made here.
    public static @Nullable String read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.indexOf('\0') >= 0) {
                throw unknown();
            }
            return key;
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    /// The number that is the key; 0 where there is no cursor. Throws like [#read].
    public static long number(@Nullable String cursor) {
        var key = read(cursor);
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException _) {
            throw unknown();
        }
    }

    /// A time that stands in a key. Throws like [#read], also for years that no database has.
    public static Instant instant(String text) {
        try {
            var time = Instant.parse(text);
            if (time.isAfter(LATEST) || time.isBefore(Instant.EPOCH)) {
                throw unknown();
            }
            return time;
        } catch (DateTimeException _) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Problems.invalid("cursor", "is not one that a page gave");
    }
}
