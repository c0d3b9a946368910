package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class UnsubscribeTokensTest {

    private static final UnsubscribeTokens TOKENS = tokens("a key of thirty-two bytes, about");

    @Property
    void a_token_says_whom_and_fits_into_an_address(@ForAll @StringLength(min = 1, max = 64) String customerId) {
        var id = new String(customerId.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        var token = TOKENS.tokenOf(id);

        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
        assertThat(TOKENS.customerIn(token)).contains(id);
    }

    @Property
    void a_token_with_another_character_anywhere_is_wrong(@ForAll @IntRange(max = 48) int place, @ForAll char other) {
        var token = new StringBuilder(TOKENS.tokenOf("alice"));
        var before = token.charAt(place % token.length());
        token.setCharAt(place % token.length(), other);

        assertThat(TOKENS.customerIn(token.toString()))
                .isEqualTo(before == other ? Optional.of("alice") : Optional.empty());
    }

    @Example
    void a_signature_of_one_customer_is_none_of_another() {
        var bob = Base64.getUrlEncoder().withoutPadding().encodeToString("bob".getBytes(StandardCharsets.UTF_8));
        var signature = TOKENS.tokenOf("alice").split("\\.")[1];

        assertThat(TOKENS.customerIn(bob + "." + signature)).isEmpty();
    }

    @Example
    void a_token_by_another_key_is_wrong() {
        assertThat(TOKENS.customerIn(tokens("another key").tokenOf("alice"))).isEmpty();
    }

    @Property
    void what_is_no_token_is_wrong(@ForAll String anything) {
        assertThat(TOKENS.customerIn(anything)).isEmpty();
    }

    private static UnsubscribeTokens tokens(String key) {
        return new UnsubscribeTokens(key.getBytes(StandardCharsets.UTF_8));
    }
}
