package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

class NotificationRequestedTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "SMS", "PUSH"})
    void a_request_keeps_the_schema_of_its_topic(String name) throws IOException {
        var channel = new Channel(name);
        var request =
                NotificationRequested.of("e:" + channel, "e", channel, "ann", UUID.randomUUID(), Kind.ORDER_SHIPPED);

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(channel, "schema"), InputFormat.JSON)
                .validate(JSON.writeValueAsString(request), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_request_names_the_order_or_the_cart(Kind kind) {
        var storyId = UUID.randomUUID();

        var request = NotificationRequested.of("e:EMAIL", "e", Channel.EMAIL, "ann", storyId, kind);

        assertThat(kind.isReminder() ? request.cartId() : request.orderId()).isEqualTo(storyId);
        assertThat(kind.isReminder() ? request.orderId() : request.cartId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "SMS", "PUSH"})
    void the_example_of_the_contract_is_read(String name) throws IOException {
        var channel = new Channel(name);
        var request = JSON.readValue(resource(channel, "example"), NotificationRequested.class);

        assertThat(request)
                .isEqualTo(NotificationRequested.of(
                        "019aa5b2-8c1e-7d3a-8a55-1f2e3d4c5b6a:" + channel,
                        "019aa5b2-8c1e-7d3a-8a55-1f2e3d4c5b6a",
                        channel,
                        "alice",
                        UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10"),
                        Kind.ORDER_PLACED));
    }

    private static String resource(Channel channel, String kind) throws IOException {
        var path = "contracts/notification.%s.v1/NotificationRequested.%s.json"
                .formatted(channel.name().toLowerCase(Locale.ROOT), kind);
        try (var resource = NotificationRequestedTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
