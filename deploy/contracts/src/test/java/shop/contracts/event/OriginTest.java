package shop.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import shop.contracts.event.DeadLetters.Kept;

class OriginTest {

    private static final String ORDERS = "order.orders.v1";
    private static final String RETRIES = ORDERS + ".cart-service.retry";

    @Test
    void a_replayed_record_keeps_the_place_and_the_id_that_it_had_first() {
        var first = event(ORDERS, 3, 7);

        var replayed = event(RETRIES, 1, 0);
        DeadLetters.headers(first, "cause", Kept.VALUE)
                .forEach(it -> replayed.source().headers().add(it));

        assertThat(replayed.origin()).isEqualTo(new Origin(ORDERS, 3, 7));
        assertThat(replayed.id()).isEqualTo(first.id()).isEqualTo("order.orders.v1/3/7");
    }

    @Test
    void a_letter_of_a_replayed_record_tells_its_first_place_once_and_its_latest_cause() {
        var replayed = event(RETRIES, 1, 0);
        DeadLetters.headers(event(ORDERS, 3, 7), "first cause", Kept.VALUE)
                .forEach(it -> replayed.source().headers().add(it));

        var headers = DeadLetters.headers(replayed, "second cause", Kept.TOMBSTONE);

        assertThat(Origin.toldBy(headers)).contains(new Origin(ORDERS, 3, 7));
        assertThat(headers.headers(DeadLetters.REASON))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).asString(UTF_8).isEqualTo("second cause"));
        assertThat(headers.headers(Origin.OFFSET)).hasSize(1);
    }

    @Test
    void such_headers_are_not_believed_on_a_topic_that_others_write() {
        var forged = event(ORDERS, 1, 0);
        DeadLetters.headers(event(ORDERS, 3, 7), "cause", Kept.VALUE)
                .forEach(it -> forged.source().headers().add(it));

        assertThat(forged.origin()).isEqualTo(new Origin(ORDERS, 1, 0));
    }

    private static IncomingEvent event(String topic, int partition, long offset) {
        return new IncomingEvent(new ConsumerRecord<>(topic, partition, offset, "key", "{}".getBytes(UTF_8)));
    }
}
