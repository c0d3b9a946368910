package shop.cart.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import shop.cart.Examples;
import shop.cart.customer.CustomerNews.CustomerChanged;

class CustomerNewsTest {

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void the_example_of_order_service_can_be_read() {
        var consumer = new CustomerConsumer(null, null, json);

        assertThat(consumer.read(Examples.of("order.customers.v1", "CustomerChanged")))
                .isEqualTo(new CustomerChanged("alice", 1, false, Membership.MEMBER));
    }
}
