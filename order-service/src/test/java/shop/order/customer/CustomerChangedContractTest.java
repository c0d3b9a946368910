package shop.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.order.Topics;

class CustomerChangedContractTest {

    static Stream<CustomerChanged> events() {
        return Stream.of(
                new CustomerChanged("ann", 1, false, "Ann Lee", "ann@example.com", "+4915112345678", Membership.NONE),
                new CustomerChanged("ann", 2, true, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_keeps_its_schema(CustomerChanged event) throws IOException {
        var json = new ObjectMapper().writeValueAsString(event);

        assertThat(Topics.violations("order.customers.v1", "CustomerChanged", json))
                .isEmpty();
    }
}
