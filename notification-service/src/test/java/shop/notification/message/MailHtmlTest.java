package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.message.Letters.placed;
import static shop.notification.message.Letters.written;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MailHtmlTest {

    /// Gmail shows no more of a mail.
    private static final int CLIPPED_FROM_BYTES = 102 * 1024;

    static Iterable<Message> mails() {
        return Letters.all();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_is_laid_out_as_every_program_understands(Message mail) throws Exception {
        var html = MailHtml.of(mail);

        assertThat(html.document().getDocumentElement().getAttribute("lang")).isIn("en", "de");
        assertThat(html.document().getDocumentElement().getAttribute("dir")).isEqualTo("ltr");
        assertThat(html.elements("table"))
                .isNotEmpty()
                .allMatch(it -> it.getAttribute("role").equals("presentation"));
        assertThat(html.elements("table").get(1).getAttribute("style")).contains("width:100%", "max-width:600px");
        assertThat(html.elements("p")).isNotEmpty().allMatch(MailHtmlTest::hasStyle);
        assertThat(html.elements("td")).isNotEmpty().allMatch(MailHtmlTest::hasStyle);
        assertThat(html.elements("title").getFirst().getTextContent()).isEqualTo(mail.subject());
        assertThat(html.elements("h1")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_loads_and_runs_nothing(Message mail) throws Exception {
        var html = MailHtml.of(mail);

        assertThat(html.elements()).extracting(Element::getTagName).doesNotContain("img", "script", "link", "iframe");
        assertThat(html.attributes()).doesNotContain("src", "background").noneMatch(it -> it.startsWith("on"));
        assertThat(mail.html()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_list_of_mails_shows_the_summary_and_not_the_name_of_the_shop(Message mail) throws Exception {
        var hidden = MailHtml.of(mail).elements("div").getFirst();

        assertThat(hidden.getAttribute("style")).contains("display:none");
        assertThat(mail.brief()).endsWith(hidden.getTextContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\uD83D\uDE80", "x", "ß"})
    void the_largest_orders_are_not_clipped(String letter) {
        var mail = written(placed(letter.repeat(1000), 1000), "de");

        assertThat(mail.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CLIPPED_FROM_BYTES);
    }

    @Test
    void lines_that_are_not_shown_are_counted() {
        var fifty = written(placed("Laptop", 50));
        var oneMore = written(placed("Laptop", 51));
        var hundred = written(placed("Laptop", 100), "de");

        assertThat(fifty.text()).contains("2 × Laptop").doesNotContain(" more ");
        assertThat(oneMore.text()).contains("and 1 more item\n");
        assertThat(oneMore.html()).contains("and 1 more item<");
        assertThat(hundred.text()).contains("und 50 weitere Artikel\n");
        assertThat(hundred.html().split("2 × Laptop", -1)).hasSize(51);
    }

    private static boolean hasStyle(Element element) {
        return !element.getAttribute("style").isBlank();
    }
}
