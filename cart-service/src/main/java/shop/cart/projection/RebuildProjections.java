package shop.cart.projection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import shop.cart.projection.Rebuild.State;
import shop.contracts.Ids;
import shop.contracts.event.Batches;
import shop.contracts.event.IncomingEvent;

/// Applies all that the topics have to the views, while these serve and the consumers go on: whoever comes with older
/// news changes nothing, so any number of rebuilds at once are as good as one.
@ApplicationScoped
class RebuildProjections {

    private static final Logger LOG = Logger.getLogger(RebuildProjections.class);

    private final List<Projection> projections;
    private final WholeTopics topics;
    private final Marks marks;
    private final Config config;
    private final Clock clock;

    /// @param projections in the order of their priorities
    RebuildProjections(@All List<Projection> projections, WholeTopics topics, Marks marks, Config config, Clock clock) {
        this.projections = projections;
        this.topics = topics;
        this.marks = marks;
        this.config = config;
        this.clock = clock;
    }

    /// Returns when the views are whole, or as whole as they get.
    void run() {
        var run = new Run();
        try {
            marks.begin(run.id);
            projections.forEach(it -> it.channels().forEach(channel -> run.read(it, topicOf(channel))));
            run.end(marks.complete(run.id, clock.instant()) ? State.COMPLETED : State.FAILED);
        } catch (RuntimeException e) {
            LOG.warnf("Could not rebuild the views: %s", e);
            run.end(State.FAILED);
        }
    }

    private static List<IncomingEvent> keep(Projection projection, List<IncomingEvent> events) {
        projection.keep(events);
        return List.of();
    }

    /// The first of the channel's topics; the other holds copies, replayed, of what is on this one.
    private String topicOf(String channel) {
        return config.getValues("mp.messaging.incoming.%s.topics".formatted(channel), String.class)
                .getFirst();
    }

    private final class Run {

        private final String id = Ids.next().toString();
        private Rebuild status = Rebuild.begunAt(clock.instant());

        void read(Projection projection, String topic) {
            marks.tell(status);
            topics.read(topic, events -> {
                var skipped = Batches.<IncomingEvent, IncomingEvent>handle(
                        events, it -> keep(projection, it), (event, _) -> List.of(event));
                status = status.and(topic, events.size(), skipped.size());
                marks.tell(status);
            });
        }

        void end(State how) {
            status = status.ended(how, clock.instant());
            LOG.infof("Rebuild of the views: %s", status);
            marks.tell(status);
        }
    }
}
