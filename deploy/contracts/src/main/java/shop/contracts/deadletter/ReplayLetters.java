package shop.contracts.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.event.EventSender;
import shop.contracts.event.EventSenders;

/// Sends dead letters to their consumer again: to its own topic of replays, so that nobody else sees them.
@ApplicationScoped
class ReplayLetters {

    private static final int FASTEST = 10_000;

    private final Broker broker;
    private final Replays replays;
    private final ReplayLock lock;
    private final EventSender sender;
    private final int perSecond;

    ReplayLetters(
            Broker broker,
            Replays replays,
            ReplayLock lock,
            EventSenders senders,
            @ConfigProperty(name = "shop.dead-letters.replays-per-second", defaultValue = "50") int perSecond) {
        if (perSecond < 1 || perSecond > FASTEST) {
            throw new IllegalArgumentException(
                    "shop.dead-letters.replays-per-second must be 1 to %d".formatted(FASTEST));
        }
        this.broker = broker;
        this.replays = replays;
        this.lock = lock;
        this.sender = senders.of("dead-letters");
        this.perSecond = perSecond;
    }

    Replayed replay(LetterTopic topic, ReplayWish wish, String actor) {
        return wish.isDryRun() ? run(topic, wish, actor) : lock.whileHolding(() -> run(topic, wish, actor));
    }

    private Replayed run(LetterTopic topic, ReplayWish wish, String actor) {
        var pace = new Pace(perSecond);
        return broker.read(reader -> new ReplayRun(topic, wish, reader, replays, (letter, again) -> {
                    pace.await();
                    send(again);
                    replays.record(topic.name(), letter, actor, wish.reason());
                })
                .run());
    }

    /// First the broker has it, then it is written down. Whoever dies in between leaves a letter that will be replayed
    /// twice, which its consumer does not mind; the other way round it would pass for replayed and never be.
    private void send(ProducerRecord<String, byte[]> again) {
        try {
            sender.send(again).join();
        } catch (CompletionException e) {
            throw Broker.away(e);
        }
    }
}
