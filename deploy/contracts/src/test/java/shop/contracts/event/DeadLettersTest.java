package shop.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    record Customer(String email, int version) {}

    @Test
    void the_kind_of_a_cause_says_where_a_value_does_not_fit_but_not_the_value() {
        var value = "{\"email\":\"ann@example.com\",\"version\":\"ann@example.com\"}".getBytes(StandardCharsets.UTF_8);
        var event = new IncomingEvent(new ConsumerRecord<>("order.customers.v1", 0, 0, "ann", value));
        var cause = catchThrowableOfType(
                IncomingEvent.Unreadable.class, () -> event.as(Customer.class, new ObjectMapper()));

        var kind = DeadLetters.kindOf(cause);

        assertThat(kind).contains("Unreadable", "version").doesNotContain("ann@");
    }

    @Test
    void the_kind_of_a_refusal_by_the_database_is_its_state() {
        var cause = new RuntimeException(new SQLException("Failing row contains (ann@example.com)", "23514"));

        var kind = DeadLetters.kindOf(cause);

        assertThat(kind).isEqualTo("RuntimeException: SQLSTATE 23514");
    }
}
