package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.message.Letters.cancelled;
import static shop.notification.message.Letters.expiring;
import static shop.notification.message.Letters.placed;
import static shop.notification.message.Letters.refund;
import static shop.notification.message.Letters.shipped;
import static shop.notification.message.Letters.written;
import static shop.notification.message.Letters.writtenTo;
import static shop.notification.message.Letters.writtenWith;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// What others have written stays text, whatever it looks like.
class ForeignTextTest {

    private static final String HOSTILE = "<script>alert('1')</script> \"Tom\" & Jerry's {shop} {#if} &lt; --> <b";

    static Stream<Message> withHostileText() {
        return Stream.of(
                writtenTo(HOSTILE, cancelled("UNPAID")),
                written(placed(HOSTILE, 2)),
                written(shipped(HOSTILE, "JD0146", null)),
                written(shipped("DHL", HOSTILE, null)),
                written(cancelled(HOSTILE)),
                written(refund("1.00", HOSTILE)),
                written(expiring(new CartEvent.Line("MUG", 1, HOSTILE, "1.00", "USD"))),
                written(expiring(new CartEvent.Line(HOSTILE, 1, null, null, null))));
    }

    @ParameterizedTest
    @MethodSource("withHostileText")
    void text_is_no_markup_in_html(Message message) throws Exception {
        var html = MailHtml.of(message);

        assertThat(html.text()).contains(HOSTILE);
        assertThat(html.elements()).extracting(Element::getTagName).doesNotContain("script", "b");
        assertThat(message.html()).doesNotContain("<script", "'1'", "\"Tom\"", "& Jerry");
    }

    @ParameterizedTest
    @MethodSource("withHostileText")
    void text_is_as_it_was_in_plain_text(Message message) {
        assertThat(message.text()).contains(HOSTILE);
    }

    @Test
    void hostile_amounts_and_currencies_are_no_markup_either() throws Exception {
        var amount = written(refund("<b>1.00</b>", "UNPAID"));
        var currency = written(expiring(new CartEvent.Line("MUG", 1, "Mug", "1.00", "<script>")));

        assertThat(MailHtml.of(amount).text()).contains("USD <b>1.00</b>");
        assertThat(MailHtml.of(currency).text()).contains("<script> 1.00");
    }

    @Test
    void a_link_does_not_leave_its_attribute() throws Exception {
        var link = URI.create("https://shop.example.com/?a=1&b='onclick='x");

        var message = writtenWith(link, Kind.CART_EXPIRING);

        assertThat(MailHtml.of(message).elements("a").getFirst().getAttribute("href"))
                .isEqualTo(link.toString());
        assertThat(MailHtml.of(message).attributes()).doesNotContain("onclick");
        assertThat(message.html()).contains("?a=1&amp;b=&#39;onclick");
        assertThat(message.text()).contains(link.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: all@example.com", "a\nb", "a\0b", "a\u2028b", "a\u0085b", "a\u202Eb", "a\uD800b"})
    void nothing_breaks_a_line_or_turns_the_text(String text) {
        var messages = List.of(
                writtenTo(text, cancelled(text)),
                written(shipped(text, text, null)),
                written(refund(text, text)),
                written(placed(text, 1)));

        assertThat(messages).allSatisfy(it -> {
            assertThat(it.subject()).matches(ONE_LINE);
            assertThat(it.brief()).matches(ONE_LINE);
            assertThat(it.text()).doesNotContain(text);
            assertThat(it.html()).doesNotContain(text);
        });
    }

    private static final String ONE_LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E]*";

    @Test
    void text_is_bounded() {
        var longest = "\uD83D\uDE80".repeat(100_000);

        var messages = List.of(
                writtenTo(longest, cancelled(longest)),
                written(shipped(longest, longest, null)),
                written(refund(longest, longest)),
                written(expiring(new CartEvent.Line(longest, 1, longest, longest, longest))));

        assertThat(messages).allSatisfy(it -> {
            assertThat(it.text()).hasSizeLessThan(2_000).contains("\uD83D\uDE80…");
            assertThat(it.html()).hasSizeLessThan(10_000).contains("\uD83D\uDE80…");
            assertThat(it.subject()).hasSizeLessThan(100);
            assertThat(it.brief()).hasSizeLessThan(300);
        });
    }
}
