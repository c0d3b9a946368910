package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTokenTest {

    @Test
    void no_text_form_shows_the_token() {
        var token = new PushToken("fcm-secret-of-a-device");

        assertThat(token.toString()).doesNotContain("fcm");
        assertThat(new Wish(Choices.DEFAULT, Optional.of(List.of(token))).toString())
                .doesNotContain("fcm");
    }

    @Test
    void people_see_a_quarter_of_it_at_the_most() {
        assertThat(new PushToken("fcm-secret-of-a-device-that-is-ann's").shortened())
                .isEqualTo("fcm-secr…");
        assertThat(new PushToken("fcm-1234").shortened()).isEqualTo("fc…");
        assertThat(new PushToken("x").shortened()).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "tok\u0000en", "tökén", ".", "..", "..."})
    void what_cannot_be_printed_is_no_token(String value) {
        assertThatThrownBy(() -> new PushToken(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a push token " + PushToken.RULE);
    }

    @Test
    void it_has_4096_characters_at_the_most() {
        assertThat(PushToken.isValid("x".repeat(4096))).isTrue();
        assertThat(PushToken.isValid("x".repeat(4097))).isFalse();
    }
}
