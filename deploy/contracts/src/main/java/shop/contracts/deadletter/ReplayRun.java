package shop.contracts.deadletter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import shop.contracts.deadletter.LetterReader.Held;
import shop.contracts.deadletter.Replayed.LeftOut;
import shop.contracts.event.DeadLetters;

/// One replay, or what it would be.
final class ReplayRun {

    /// A search for the oldest ends after so many that cannot be replayed; those can be asked for by their ids.
    private static final int MOST_LEFT_OUT = 1000;

    private final LetterTopic topic;
    private final ReplayWish wish;
    private final LetterReader reader;
    private final Replays replays;
    private final Delivery delivery;
    private final List<String> replayed = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int first;

    ReplayRun(LetterTopic topic, ReplayWish wish, LetterReader reader, Replays replays, Delivery delivery) {
        this.topic = topic;
        this.wish = wish;
        this.reader = reader;
        this.replays = replays;
        this.delivery = delivery;
    }

    Replayed run() {
        if (wish.limit() != null) {
            takeOldest(wish.limit());
        } else {
            takeNamed(wish.letters());
        }
        return new Replayed(wish.isDryRun(), replayed, leftOut, remaining());
    }

    private void takeOldest(int limit) {
        var letters = new OldestLetters(reader, replays, topic.name(), wish.isAgain());
        while (replayed.size() < limit && leftOut.size() < MOST_LEFT_OUT) {
            var next = letters.next(limit - replayed.size());
            if (next.isEmpty()) {
                return;
            }
            take(next);
        }
    }

    private void takeNamed(List<LetterId> ids) {
        var letters = reader.letters(topic.name(), ids);
        var missing = new HashSet<>(ids);
        letters.forEach(it -> missing.remove(it.id()));
        missing.stream().sorted().forEach(it -> leave(it, "there is no such letter"));
        take(letters.stream().sorted(Letter.OLDEST_FIRST).toList());
    }

    private void take(List<Letter> letters) {
        var before = replays.of(topic.name(), letters.stream().map(Letter::id).toList());
        var wanted = letters.stream()
                .filter(it -> wish.isAgain() || !before.containsKey(it.id()))
                .toList();
        letters.stream().filter(it -> !wanted.contains(it)).forEach(it -> leave(it.id(), "it was replayed before"));
        var lastWords = lastWords(wanted);
        for (var letter : wanted) {
            if (replay(letter, contentOf(letter, lastWords))) {
                replayed.add(letter.id().toString());
                first += before.containsKey(letter.id()) ? 0 : 1;
            }
        }
    }

    /// False where it is left out.
    private boolean replay(Letter letter, Content content) {
        return switch (content) {
            case Content.Own() -> wish.isDryRun() || deliver(letter, ConsumerRecord::value);
            case Content.Original(var bytes) -> wish.isDryRun() || deliver(letter, _ -> bytes);
            case Content.Gone(var why) -> leave(letter.id(), why);
        };
    }

    private Map<LetterId, Content> lastWords(List<Letter> letters) {
        return topic.isPersonal()
                ? new Originals(reader)
                        .lastWords(letters.stream().filter(topic::canReplay).toList())
                : Map.of();
    }

    private Content contentOf(Letter letter, Map<LetterId, Content> lastWords) {
        var source = letter.source();
        if (source == null || !topic.canReplay(letter)) {
            return Content.UNKNOWN_SOURCE;
        }
        if (topic.isPersonal()) {
            return lastWords.getOrDefault(letter.id(), Content.SUPERSEDED);
        }
        return switch (letter.kept()) {
            case VALUE -> new Content.Own();
            case TOMBSTONE -> Content.TOMBSTONE;
            case WITHHELD -> new Originals(reader).of(source);
        };
    }

    private boolean deliver(Letter letter, Function<ConsumerRecord<String, byte[]>, byte @Nullable []> value) {
        var id = letter.id();
        var kept = reader.at(new TopicPartition(topic.name(), id.partition()), id.offset());
        if (kept.isEmpty()) {
            return leave(id, "it is not kept any more");
        }
        delivery.deliver(id, again(kept.get(), value.apply(kept.get())));
        return true;
    }

    private ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> letter, byte @Nullable [] value) {
        var headers = new RecordHeaders(letter.headers().toArray());
        headers.remove(DeadLetters.REASON).remove(DeadLetters.VALUE);
        return new ProducerRecord<>(topic.retries(), null, letter.key(), value, headers);
    }

    private boolean leave(LetterId letter, String why) {
        leftOut.add(new LeftOut(letter.toString(), why));
        return false;
    }

    private long remaining() {
        var held = reader.held(topic.name());
        var all = held.stream().mapToLong(Held::count).sum();
        var done = held.stream().mapToLong(replays::countReplayed).sum();
        return all - done - (wish.isDryRun() ? first : 0);
    }

    /// How a record gets to the consumer again. Returns when that is certain, and written down.
    interface Delivery {
        void deliver(LetterId letter, ProducerRecord<String, byte[]> again);
    }
}
