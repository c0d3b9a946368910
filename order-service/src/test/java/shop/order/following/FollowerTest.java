package shop.order.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class FollowerTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant UNTIL = Instant.parse("2026-11-27T11:00:00Z");
    private static final int MOST_UNREAD = 4;

    private boolean hungUp;
    private final EventStream stream =
            new EventStream(SseImpl.INSTANCE, MOST_UNREAD, new SimpleMeterRegistry().counter("sent"), () -> hungUp);
    private final Follower follower = new Follower(ORDER, 0, UNTIL, stream);

    @Test
    void who_reads_as_fast_as_it_comes_stays() {
        var client =
                stream.events().subscribe().withSubscriber(AssertSubscriber.<OutboundSseEvent>create(Long.MAX_VALUE));

        hear(1, 3 * MOST_UNREAD);

        client.assertNotTerminated();
        assertThat(client.getItems())
                .extracting(OutboundSseEvent::getId)
                .isEqualTo(IntStream.rangeClosed(1, 3 * MOST_UNREAD)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void who_does_not_read_gets_what_was_kept_and_then_the_end() {
        var client = stream.events().subscribe().withSubscriber(AssertSubscriber.<OutboundSseEvent>create(0));

        hear(1, MOST_UNREAD + 1);

        assertThat(follower.isOpen()).isFalse();
        client.request(Long.MAX_VALUE).assertCompleted();
        assertThat(client.getItems()).extracting(OutboundSseEvent::getId).containsExactly("1", "2", "3", "4");
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_sent_before_it() {
        var client =
                stream.events().subscribe().withSubscriber(AssertSubscriber.<OutboundSseEvent>create(Long.MAX_VALUE));

        var inTurn = follower.tell(event(2));

        assertThat(inTurn).isFalse();
        assertThat(follower.last()).isZero();
        assertThat(client.getItems()).isEmpty();
    }

    @Test
    void a_connection_that_has_been_open_for_long_enough_ends() {
        var client =
                stream.events().subscribe().withSubscriber(AssertSubscriber.<OutboundSseEvent>create(Long.MAX_VALUE));

        follower.beat(UNTIL.minusMillis(1));
        client.assertNotTerminated();
        follower.beat(UNTIL);

        client.assertCompleted();
        assertThat(follower.isOpen()).isFalse();
    }

    @Test
    void who_has_hung_up_does_not_follow_any_more() {
        hungUp = true;

        assertThat(follower.isOpen()).isFalse();
    }

    private void hear(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(it -> follower.tell(event(it)));
    }

    private static FollowedEvent event(int sequence) {
        return new FollowedEvent(ORDER, sequence, "OrderPlaced", "{}");
    }
}
