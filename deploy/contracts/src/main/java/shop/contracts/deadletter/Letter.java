package shop.contracts.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.DeadLetters.Kept;
import shop.contracts.event.Origin;

/// What is known of a dead letter without its value, which may be large.
///
/// @param reason why the consumer could not handle it
/// @param source where the consumer first read it; null where something else than a consumer wrote the letter
/// @param kept what an empty value means
/// @param at when the letter was kept
record Letter(
        LetterId id,
        @Nullable String key,
        String type,
        String reason,
        @Nullable Origin source,
        Kept kept,
        Instant at) {

    static final Comparator<Letter> OLDEST_FIRST =
            Comparator.comparing(Letter::at).thenComparing(Letter::id);

    static Letter of(ConsumerRecord<String, byte[]> letter) {
        return new Letter(
                new LetterId(letter.partition(), letter.offset()),
                letter.key(),
                text(letter.headers(), "ce_type"),
                text(letter.headers(), DeadLetters.REASON),
                Origin.toldBy(letter.headers()).orElse(null),
                kept(letter),
                Instant.ofEpochMilli(letter.timestamp()));
    }

    /// Letters from before there was this header say nothing of why they are empty: where they came from it still
    /// shows.
    private static Kept kept(ConsumerRecord<String, byte[]> letter) {
        var told = text(letter.headers(), DeadLetters.VALUE);
        return Arrays.stream(Kept.values())
                .filter(it -> it.name().equals(told))
                .findFirst()
                .orElse(letter.value() == null || letter.value().length == 0 ? Kept.WITHHELD : Kept.VALUE);
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
