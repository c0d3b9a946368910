package shop.order.following;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import shop.contracts.http.Problems;

/// Opens streams.
@ApplicationScoped
class Streams {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final StreamSettings settings;
    private final Followers followers;
    private final CatchUp catchUp;
    private final Clock clock;
    private final Counter sent;

    Streams(StreamSettings settings, Followers followers, CatchUp catchUp, Clock clock, MeterRegistry metrics) {
        this.settings = settings;
        this.followers = followers;
        this.catchUp = catchUp;
        this.clock = clock;
        this.sent = metrics.counter("order.stream.events.sent");
    }

    /// Sends what happened after the last event heard, and from then on what happens. Throws a problem (503) where too
    /// many are open.
    ///
    /// The follower is there before the history is read: what happens in between comes by the one or the other, and
    /// where by both, once.
    Multi<OutboundSseEvent> open(UUID orderId, int last, Sse sse, RoutingContext request) {
        var stream = new EventStream(sse, settings.mostUnread(), sent, request.response()::closed);
        var follower = new Follower(orderId, last, until(), stream);
        if (!followers.add(follower)) {
            throw Problems.unavailable("No more orders can be followed here just now", RETRY_AFTER_SECONDS);
        }
        request.addEndHandler(_ -> followers.remove(follower)); // Also when the client has hung up.
        request.response().putHeader("Cache-Control", "no-store");
        request.response().putHeader("X-Accel-Buffering", "no"); // A proxy must not wait for more.
        stream.begin(settings.retry());
        catchUp.bring(List.of(follower));
        return stream.events();
    }

    /// Streams that were opened at once do not end at once.
    private Instant until() {
        var most = settings.longest().toMillis();
        return clock.instant()
                .plus(Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 10 + 1)));
    }
}
