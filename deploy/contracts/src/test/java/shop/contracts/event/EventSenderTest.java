package shop.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EventSenderTest {

    private final Client client = new Client();
    private final EventSender sender = new EventSender(() -> client, "order.orders.v1");

    @Test
    void all_events_go_to_the_channels_topic_in_their_order() {
        sender.sendAll(List.of(event("a"), event("b"), event("c")));

        assertThat(client.sent).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
        assertThat(client.sent).extracting(ProducerRecord::topic).containsOnly("order.orders.v1");
    }

    @Test
    void an_event_that_the_broker_never_takes_does_not_keep_the_others() {
        client.failures.put("a", new RecordTooLargeException("too large"));

        var failure =
                catchThrowableOfType(NotSent.class, () -> sender.sendAll(List.of(event("a"), event("b"), event("c"))));

        assertThat(failure.passesByItself()).isFalse();
        assertThat(client.sent).extracting(ProducerRecord::key).containsExactly("b", "c");
    }

    @Test
    void as_long_as_one_event_can_still_be_sent_the_failure_passes() {
        client.failures.put("a", new RecordTooLargeException("too large"));
        client.failures.put("b", new TimeoutException("no answer"));

        var failure = catchThrowableOfType(NotSent.class, () -> sender.sendAll(List.of(event("a"), event("b"))));

        assertThat(failure.passesByItself()).isTrue();
    }

    @Test
    void a_client_that_knows_no_broker_waits_for_one_only_once() {
        client.failures.putAll(Map.of("a", new TimeoutException("no broker"), "b", new TimeoutException("no broker")));

        assertThatThrownBy(() -> sender.sendAll(List.of(event("a"), event("b"))))
                .isInstanceOf(NotSent.class);

        assertThat(client.asked).containsExactly("a");
    }

    @Test
    void a_client_that_refuses_is_a_failure_of_the_event() {
        var closed = new EventSender(
                () -> {
                    throw new IllegalStateException("closed");
                },
                "order.orders.v1");

        var send = closed.send(event("a"));

        assertThat(send).isCompletedExceptionally();
        assertThat(EventSender.failureOf(send)).hasRootCauseMessage("closed");
    }

    @Test
    void a_tombstone_is_a_key_without_a_value_or_a_kind_of_one() {
        var tombstone = OutgoingEvent.tombstone("id", "/order-service", "ann", Instant.EPOCH);

        sender.sendAll(List.of(tombstone, event("a")));

        assertThat(client.sent).extracting(ProducerRecord::key).containsExactly("ann", "a");
        assertThat(client.sent.getFirst().value()).isNull();
        assertThat(client.sent.getFirst().headers().lastHeader("content-type")).isNull();
        assertThat(client.sent.getLast().headers().lastHeader("content-type")).isNotNull();
    }

    private static OutgoingEvent event(String key) {
        return new OutgoingEvent("id", "OrderPlaced", "/order-service", key, Instant.EPOCH, new byte[0]);
    }

    /// Kafka's own client without a broker; fails for the keys that it was told to.
    private static final class Client extends MockProducer<String, byte[]> {

        private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final Map<String, Exception> failures = new HashMap<>();

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> event, Callback callback) {
            asked.add(event.key());
            var failure = failures.get(event.key());
            if (failure == null) {
                sent.add(event);
            }
            callback.onCompletion(null, failure);
            return new CompletableFuture<>();
        }
    }
}
