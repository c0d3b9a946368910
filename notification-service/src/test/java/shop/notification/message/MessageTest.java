package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.notification.channel.Channel;
import shop.notification.message.OrderEvent.Line;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

class MessageTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");

    static Stream<OrderEvent.Told> every_event() {
        return Stream.of(
                placed(),
                new OrderConfirmed(ORDER, "ann", 2, NOW),
                shipped(),
                new OrderDelivered(ORDER, "ann", 4, NOW),
                cancelled("UNPAID"),
                refund());
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void every_message_names_its_order(OrderEvent.Told event) {
        var message = Message.about(event);

        assertThat(message.subject()).contains(ORDER.toString());
        assertThat(message.text()).contains(ORDER.toString());
        assertThat(message.brief()).contains(ORDER.toString()).doesNotContain("ann");
    }

    @Test
    void a_placed_order_is_told_with_its_lines_and_total() {
        var message = Message.about(placed());

        assertThat(message.text()).contains("2 x Book: 99.98 USD", "Total: 99.98 USD");
        assertThat(message.brief()).contains("99.98 USD");
    }

    @Test
    void a_shipped_order_is_told_with_its_tracking_number() {
        var message = Message.about(shipped());

        assertThat(message.text()).contains("DHL", "JD0146");
        assertThat(message.brief()).contains("JD0146");
    }

    @Test
    void a_reason_that_is_a_code_is_told_in_words() {
        assertThat(Message.about(cancelled("PAYMENT_DECLINED")).text()).contains("Reason: payment declined");
    }

    @Test
    void a_reason_that_a_person_wrote_stays_as_it_is() {
        assertThat(Message.about(cancelled("Found it cheaper")).text()).contains("Reason: Found it cheaper");
    }

    @Test
    void a_refund_is_told_with_its_amount() {
        assertThat(Message.about(refund()).text()).contains("1089.95 USD", "order cancelled");
    }

    @Test
    void channels_that_are_short_of_room_get_one_line() {
        var message = Message.about(placed());

        assertThat(message.bodyFor(Channel.SMS)).doesNotContain("\n").isEqualTo(message.bodyFor(Channel.PUSH));
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(ORDER, "ann", 1, NOW, List.of(new Line("Book", 2, "99.98")), "99.98", "USD");
    }

    private static OrderShipped shipped() {
        return new OrderShipped(ORDER, "ann", 3, NOW, "DHL", "JD0146");
    }

    private static OrderCancelled cancelled(String reason) {
        return new OrderCancelled(ORDER, "ann", 2, NOW, reason);
    }

    private static RefundRequired refund() {
        return new RefundRequired(ORDER, "ann", 4, NOW, "1089.95", "USD", "ORDER_CANCELLED");
    }
}
