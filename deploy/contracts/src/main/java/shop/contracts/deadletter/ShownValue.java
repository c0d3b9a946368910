package shop.contracts.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A letter's value as people can read it.
///
/// @param value null where nothing is shown
record ShownValue(As as, @Nullable JsonNode value) {

    static final ShownValue WITHHELD = new ShownValue(As.WITHHELD, null);
    static final ShownValue TOMBSTONE = new ShownValue(As.TOMBSTONE, null);

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .reader();

    enum As {
        JSON,
        TEXT,
        BASE64,
        /// It had none, as it deleted what its key stands for.
        TOMBSTONE,
        /// It was not kept, as it may name people.
        WITHHELD;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ShownValue of(byte[] value) {
        var text = textOf(value);
        if (text == null) {
            return new ShownValue(As.BASE64, new TextNode(Base64.getEncoder().encodeToString(value)));
        }
        var json = jsonOf(text);
        return json == null ? new ShownValue(As.TEXT, new TextNode(text)) : new ShownValue(As.JSON, json);
    }

    private static @Nullable String textOf(byte[] value) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return text.chars().allMatch(ShownValue::isReadable) ? text : null;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean isReadable(int character) {
        return !Character.isISOControl(character) || Character.isWhitespace(character);
    }

    private static @Nullable JsonNode jsonOf(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
