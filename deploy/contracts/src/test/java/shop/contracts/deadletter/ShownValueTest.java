package shop.contracts.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownValueTest {

    @Test
    void json_is_shown_as_json() {
        var shown = shown("{\"price\": 12345678901234567890.10}");

        assertThat(shown.as().label()).isEqualTo("json");
        assertThat(shown.value().get("price").decimalValue()).isEqualByComparingTo("12345678901234567890.10");
    }

    @Test
    void what_is_no_json_or_only_begins_so_is_text() {
        assertThat(shown("{\"orderId\"").as()).isEqualTo(ShownValue.As.TEXT);
        assertThat(shown("{} {}").as()).isEqualTo(ShownValue.As.TEXT);
        assertThat(shown("").as()).isEqualTo(ShownValue.As.TEXT);
        assertThat(shown("Grüße,\n\tAnn").value().asText()).isEqualTo("Grüße,\n\tAnn");
    }

    @Test
    void what_nobody_can_read_is_base64() {
        var shown = ShownValue.of(new byte[] {(byte) 0xff, 0, 1});

        assertThat(shown.as().label()).isEqualTo("base64");
        assertThat(shown.value().asText()).isEqualTo("/wAB");
        assertThat(shown("a\0b").as()).isEqualTo(ShownValue.As.BASE64);
    }

    private static ShownValue shown(String text) {
        return ShownValue.of(text.getBytes(UTF_8));
    }
}
