package shop.catalog.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// A JSON answer as it is sent.
///
/// @param tag names this content, as the `ETag` header does, without its quotes
/// @param madeAt when what it says was read: it was true then
public record Answer(byte[] body, String tag, Instant madeAt) {

    private static final int TAG_BYTES = 16;

    /// An answer that is known by what it says.
    public static Answer of(Object content, Instant madeAt, ObjectMapper json) {
        var body = bytes(content, json);
        return new Answer(body, HexFormat.of().formatHex(digest(body), 0, TAG_BYTES), madeAt);
    }

    /// An answer whose content has a version.
    public static Answer of(Object content, long version, Instant madeAt, ObjectMapper json) {
        return new Answer(bytes(content, json), Long.toString(version), madeAt);
    }

    private static byte[] bytes(Object content, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
