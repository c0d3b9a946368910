package shop.contracts.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A letter with all that may be shown of it.
///
/// @param valueAs how `value` is to be read: `json`, `text` or `base64`; `tombstone` and `withheld` have none
record WholeLetter(
        @JsonUnwrapped LetterView letter,
        Map<String, String> headers,
        String valueAs,
        @Nullable JsonNode value) {

    static WholeLetter of(ConsumerRecord<String, byte[]> source, LetterView view, LetterTopic topic) {
        var shown = topic.isPersonal() ? ShownValue.WITHHELD : shown(source);
        return new WholeLetter(view, headers(source.headers()), shown.as().label(), shown.value());
    }

    private static ShownValue shown(ConsumerRecord<String, byte[]> source) {
        return switch (Letter.of(source).kept()) {
            case VALUE -> source.value() == null ? ShownValue.TOMBSTONE : ShownValue.of(source.value());
            case TOMBSTONE -> ShownValue.TOMBSTONE;
            case WITHHELD -> ShownValue.WITHHELD;
        };
    }

    private static Map<String, String> headers(Headers headers) {
        var texts = new TreeMap<String, String>();
        headers.forEach(
                it -> texts.put(it.key(), it.value() == null ? "" : new String(it.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
