package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shop.contracts.event.IncomingEvent;
import shop.notification.channel.Contact;

class CustomerEventTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void the_example_of_the_contract_is_read() throws IOException {
        var contact = new Contact("alice", "Alice Jones", "alice@example.com", "+4915112345678", List.of());

        var event = CustomerEvent.read(event("alice", "CustomerChanged", example()), JSON);

        assertThat(event).isEqualTo(new CustomerEvent.Changed(new Recipient(1, false, contact)));
    }

    @Test
    void an_erased_customer_has_no_data_whatever_the_event_says() {
        var json =
                "{\"customerId\":\"ann\",\"version\":3,\"erased\":true,\"name\":\"Ann\",\"email\":\"ann@example.com\"}";

        var event = CustomerEvent.read(event("ann", "CustomerChanged", json), JSON);

        assertThat(event).isEqualTo(new CustomerEvent.Changed(new Recipient(3, true, Contact.none("ann"))));
    }

    @Test
    void a_tombstone_removes() {
        assertThat(CustomerEvent.read(event("ann", "", null), JSON)).isEqualTo(new CustomerEvent.Removed("ann"));
    }

    @Test
    void an_unknown_type_is_other() {
        assertThat(CustomerEvent.read(event("ann", "CustomerPraised", "[]"), JSON))
                .isEqualTo(new CustomerEvent.Other());
    }

    @Test
    void a_change_under_the_key_of_another_is_refused() {
        var event = event("bob", "CustomerChanged", "{\"customerId\":\"ann\",\"version\":3,\"erased\":true}");

        assertThatThrownBy(() -> CustomerEvent.read(event, JSON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_text_form_shows_personal_data() {
        var contact = new Contact("ann", "Ann Miller", "ann@example.com", "+49151", List.of("token"));

        assertThat(new CustomerEvent.Changed(new Recipient(1, false, contact)).toString())
                .doesNotContain("Miller", "@", "+49", "token");
    }

    private static String example() throws IOException {
        var path = "contracts/order.customers.v1/CustomerChanged.example.json";
        try (var example = CustomerEventTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static IncomingEvent event(String key, String type, @Nullable String json) {
        var value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>("order.customers.v1", 0, 0, key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return new IncomingEvent(record);
    }
}
