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
import shop.notification.channel.Channel;

class NotificationRequestedTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_request_keeps_the_schema_of_its_topic(Channel channel) throws IOException {
        var request = new NotificationRequested("e:" + channel, "e", channel, "ann", UUID.randomUUID(), "OrderShipped");

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(channel, "schema"), InputFormat.JSON)
                .validate(JSON.writeValueAsString(request), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void the_example_of_the_contract_is_read(Channel channel) throws IOException {
        var request = JSON.readValue(resource(channel, "example"), NotificationRequested.class);

        assertThat(request)
                .isEqualTo(new NotificationRequested(
                        "019aa5b2-8c1e-7d3a-8a55-1f2e3d4c5b6a:" + channel,
                        "019aa5b2-8c1e-7d3a-8a55-1f2e3d4c5b6a",
                        channel,
                        "alice",
                        UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10"),
                        "OrderPlaced"));
    }

    private static String resource(Channel channel, String kind) throws IOException {
        var path = "contracts/notification.%s.v1/NotificationRequested.%s.json"
                .formatted(channel.name().toLowerCase(Locale.ROOT), kind);
        try (var resource = NotificationRequestedTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
