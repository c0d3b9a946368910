package shop.contracts.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The opaque place in a list that the next page starts after.
public final class Cursor {

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
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }
}
