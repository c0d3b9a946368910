package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.lifecycle.SomeOrder.anOrder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.contracts.Money;
import shop.order.Topics;

class OrderEventContractTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static Stream<OrderEvent> events() {
        var order = anOrder().build();
        var moved = new MovedOrder(order.orderId(), order.customerId(), 2, "pay-1", Money.of("49.99", "USD"));
        var transitions = List.of(
                new Transition.Confirm("pay-1"),
                new Transition.Ship("DHL", "JD0146"),
                new Transition.Ship("DHL", "JD0146", LocalDate.parse("2026-12-01")),
                new Transition.Deliver(),
                new Transition.Cancel("UNPAID"));
        return Stream.concat(
                Stream.concat(Stream.of(order.placed()), moved.refund().map(it -> it.event(moved, Instant.now()))),
                transitions.stream().map(it -> it.event(moved, Instant.now())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_keeps_its_schema(OrderEvent event) throws IOException {
        var json = JSON.writeValueAsString(event);

        assertThat(Topics.violations("order.orders.v1", event.type(), json)).isEmpty();
    }

    @Test
    void all_that_can_be_said_is_checked() {
        var ofTheCore = Stream.of(OrderEvent.class.getPermittedSubclasses())
                .filter(it -> it != OrderEvent.StatusEntered.class) // Its type and schema are the shop's own.
                .collect(Collectors.toSet());

        assertThat(events().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(ofTheCore);
    }
}
