package shop.order.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Followers followers = new Followers(new OfTwo(), metrics);
    private final EventStream stream = new EventStream(SseImpl.INSTANCE, 4, metrics.counter("sent"), () -> false);

    @Test
    void there_is_room_for_so_many_and_for_another_when_one_has_gone() {
        var one = follower();

        assertThat(followers.add(one)).isTrue();
        assertThat(followers.add(follower())).isTrue();
        assertThat(followers.add(follower())).isFalse();

        followers.remove(one);
        followers.remove(one);
        assertThat(open()).isEqualTo(1);
        assertThat(followers.add(follower())).isTrue();
        assertThat(followers.add(follower())).isFalse();
    }

    @Test
    void whoever_follows_goes_when_the_service_stops_and_nobody_comes() {
        var client = stream.events().subscribe().withSubscriber(AssertSubscriber.<OutboundSseEvent>create(1));
        followers.add(follower());

        followers.stop(new ShutdownEvent());

        client.assertCompleted();
        assertThat(followers.add(follower())).isFalse();
    }

    private double open() {
        return metrics.get("order.streams.open").gauge().value();
    }

    private Follower follower() {
        return new Follower(UUID.randomUUID(), 0, Instant.MAX, stream);
    }

    private static final class OfTwo implements StreamSettings {
        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int most() {
            return 2;
        }

        @Override
        public int mostUnread() {
            return 4;
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(3);
        }
    }
}
