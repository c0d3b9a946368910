package shop.cart.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import shop.cart.Examples;
import shop.cart.customer.CustomerNews.CustomerChanged;

class CustomerNewsTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final CustomerConsumer consumer = new CustomerConsumer(null, null, json);

    @Test
    void the_example_of_order_service_can_be_read() {
        assertThat(consumer.read(Examples.of("order.customers.v1", "CustomerChanged")))
                .isEqualTo(new CustomerChanged(
                        "alice",
                        1,
                        false,
                        Membership.MEMBER,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z")));
    }
}
