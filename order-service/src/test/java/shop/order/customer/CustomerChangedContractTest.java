package shop.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.order.Topics;

class CustomerChangedContractTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<CustomerChanged> events() {
        return Stream.of(
                changed(Membership.NONE, null, null),
                changed(Membership.MEMBER, null, null),
                changed(Membership.MEMBER, FROM, FROM.plusSeconds(1)),
                new CustomerChanged("ann", 2, true, null, null, null, null, null, null));
    }

    private static CustomerChanged changed(Membership membership, Instant from, Instant until) {
        return new CustomerChanged(
                "ann", 1, false, "Ann Lee", "ann@example.com", "+4915112345678", membership, from, until);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_keeps_its_schema(CustomerChanged event) throws IOException {
        var json = JSON.writeValueAsString(event);

        assertThat(Topics.violations("order.customers.v1", "CustomerChanged", json))
                .isEmpty();
    }
}
