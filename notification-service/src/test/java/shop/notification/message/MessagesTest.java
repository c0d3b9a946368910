package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.message.Letters.cancelled;
import static shop.notification.message.Letters.expiring;
import static shop.notification.message.Letters.placed;
import static shop.notification.message.Letters.placedFor;
import static shop.notification.message.Letters.refund;
import static shop.notification.message.Letters.shipped;
import static shop.notification.message.Letters.written;
import static shop.notification.message.Letters.writtenTo;
import static shop.notification.message.Letters.writtenWith;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final URI LINK = URI.create("https://shop.example.com/unsubscribe?token=t");

    @Test
    void every_kind_is_written_in_every_language() {
        var all = Letters.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(16).allSatisfy(it -> {
            assertThat(it.subject()).isNotBlank();
            assertThat(it.text()).contains("Alice Miller").doesNotContain("{", "}", "null", "NOT_FOUND");
            assertThat(it.brief()).startsWith(it.subject() + ". ").doesNotContain("{", "}", "null");
            assertThat(it.html().replaceAll("(?s)<style>.*</style>", ""))
                    .contains("Alice Miller")
                    .doesNotContain("{", "}", "null", "NOT_FOUND");
        });
        assertThat(all).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_subject_names_the_order_that_it_is_about(Kind kind) {
        var event = Examples.of(kind);

        var english = written(event, "en").subject();
        var german = written(event, "de").subject();

        var id = event.storyId().toString();
        assertThat(english.contains(id)).isEqualTo(event instanceof OrderEvent);
        assertThat(german.contains(id)).isEqualTo(event instanceof OrderEvent);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Guten Tag",
        "de-AT, Guten Tag",
        "de-Latn-CH, Guten Tag",
        "en-GB, Hello",
        "fr, Hello",
        "zh-Hant-TW, Hello",
        "und, Hello"
    })
    void everybody_is_written_to_in_the_language_closest_to_theirs(String language, String greeting) {
        var message = written(cancelled("UNPAID"), language);

        assertThat(message.text()).startsWith(greeting);
        assertThat(message.html())
                .contains(greeting)
                .contains(greeting.equals("Hello") ? "lang=\"en\"" : "lang=\"de\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | USD 90,071,992,547,409.93",
                "en-GB | USD 90,071,992,547,409.93",
                "fr    | USD 90,071,992,547,409.93",
                "de    | 90.071.992.547.409,93 USD",
                "de-CH | 90’071’992’547’409.93 USD"
            })
    void amounts_are_exact_and_written_as_the_reader_does(String language, String total) {
        var message = written(placedFor("90071992547409.93"), language);

        assertThat(message.text()).contains(total);
        assertThat(message.html()).contains(total);
        assertThat(message.brief()).contains(total.replace('’', '\''));
    }

    @ParameterizedTest
    @CsvSource({"0.00, USD 0.00", "7, USD 7", "-3.50, USD -3.50", "1E+999999999, USD 1E+999999999", "much, USD much"})
    void an_amount_keeps_the_digits_that_it_came_with(String amount, String written) {
        assertThat(written(placedFor(amount)).text()).contains("Total: " + written + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | January 3, 2027", "en-GB | 3 January 2027", "de | 3. Januar 2027", "de-AT | 3. Jänner 2027"})
    void dates_are_written_as_the_reader_does(String language, String date) {
        var message = written(shipped("DHL", "JD0146", LocalDate.of(2027, 1, 3)), language);

        assertThat(message.text()).contains(date);
        assertThat(message.html()).contains(date);
    }

    @Test
    void a_time_tells_its_zone() {
        assertThat(written(expiring(), "en").text()).contains("until November 27, 2026, 3:05 PM UTC,");
        assertThat(written(expiring(), "de").text()).contains("bis zum 27. November 2026, 15:05 Uhr (UTC) auf");
    }

    @Test
    void a_time_is_told_by_the_readers_clock() {
        var reader = new Reader(Locale.GERMAN, ZoneId.of("Europe/Berlin"), null, null);

        var message = Letters.MESSAGES.write(expiring(), reader);

        assertThat(message.text()).contains("bis zum 27. November 2026, 16:05 Uhr (MEZ) auf");
    }

    @Test
    void a_delivery_that_nobody_knows_the_day_of_is_not_mentioned() {
        var message = written(shipped("DHL", "JD0146", null));

        assertThat(message.text())
                .contains("Carrier: DHL\nTracking number: JD0146\n")
                .doesNotContain("Expected");
        assertThat(message.html()).contains("DHL", "JD0146").doesNotContain("Expected");
        assertThat(message.brief()).endsWith("DHL JD0146.");
    }

    @Test
    void an_order_is_told_with_its_lines_and_its_total() {
        var message = written(placed("Laptop", 1));

        assertThat(message.text()).contains("2 × Laptop: USD 12,345.67\n\nTotal: USD 1,234,567.00\n");
        assertThat(message.html()).contains("2 × Laptop", "USD 12,345.67", "USD 1,234,567.00");
    }

    /// These are all that order-service knows.
    @ParameterizedTest
    @ValueSource(strings = {"REQUESTED", "PAYMENT_DECLINED", "UNPAID", "ORDER_CANCELLED", "PAID_TWICE", "WRONG_AMOUNT"})
    void a_code_that_is_known_has_a_sentence_in_every_language(String code) {
        var languages = Letters.MESSAGES.languages().map(Locale::toLanguageTag).toList();

        assertThat(languages).allSatisfy(it -> {
            assertThat(written(cancelled(code), it).text()).doesNotContain(code, "Reason:", "Grund:");
            assertThat(written(refund("1.00", code), it).text()).doesNotContain(code, "Reason:", "Grund:");
        });
    }

    @Test
    void a_code_that_is_not_known_is_readable() {
        assertThat(written(cancelled("FRAUD_SUSPECTED_2")).text()).contains("Reason: fraud suspected 2.");
        assertThat(written(refund("1.00", "OUT_OF_STOCK"), "de").text()).contains("Grund: out of stock.");
    }

    @Test
    void what_somebody_said_is_quoted_as_it_is() {
        var message = written(cancelled("Sorry, I have CHANGED my_mind"));

        assertThat(message.text()).contains("Reason given: “Sorry, I have CHANGED my_mind”.");
        assertThat(message.html()).contains("“Sorry, I have CHANGED my_mind”");
        assertThat(message.brief()).contains("\"Sorry, I have CHANGED my_mind\"");
    }

    @Test
    void no_reason_is_given_where_there_is_none() {
        assertThat(written(cancelled(" ")).text()).contains("cancelled.").doesNotContain("eason");
        assertThat(written(cancelled(" ")).brief()).endsWith("is cancelled.");
    }

    @Test
    void a_product_that_the_catalog_does_not_know_is_told_by_its_id_and_without_a_price() {
        var unknown = new CartEvent.Line("MUG-BLUE", 2, null, null, null);
        var priceless = new CartEvent.Line("TSHIRT", 1, "T-Shirt", null, "USD");

        var message = written(expiring(unknown, priceless));

        assertThat(message.text()).contains("2 × MUG-BLUE\n1 × T-Shirt\n");
        assertThat(message.html()).contains("2 × MUG-BLUE<", "1 × T-Shirt<").doesNotContain("USD");
    }

    @Test
    void the_price_of_several_is_that_of_each() {
        var one = new CartEvent.Line("MUG", 1, "Mug", "5.00", "USD");
        var several = new CartEvent.Line("MUG", 3, "Mug", "5.00", "USD");

        assertThat(written(expiring(one)).text()).contains("1 × Mug: USD 5.00\n");
        assertThat(written(expiring(several)).text()).contains("3 × Mug: USD 5.00 each\n");
        assertThat(written(expiring(several), "de").text()).contains("3 × Mug: je 5,00 USD\n");
    }

    @Test
    void a_cart_without_lines_is_told_without_a_table() {
        var message = written(expiring());

        assertThat(message.html()).doesNotContain("×", "border-collapse");
        assertThat(message.text()).contains("before then.\n\nKind regards,");
    }

    @Test
    void somebody_without_a_name_is_greeted_without_one() {
        var event = cancelled("UNPAID");

        assertThat(writtenTo(null, event).text()).startsWith("Hello,\n");
        assertThat(writtenTo(" \n", event).text()).startsWith("Hello,\n");
        assertThat(writtenTo(null, event).html()).contains(">Hello,</p>");
        assertThat(writtenTo("Ann", event).text()).startsWith("Hello Ann,\n");
    }

    @ParameterizedTest
    @EnumSource
    void only_reminders_can_be_unsubscribed_from(Kind kind) {
        var message = writtenWith(LINK, kind);

        assertThat(message.html().contains("href=\"" + LINK + "\"")).isEqualTo(kind.isReminder());
        assertThat(message.html().contains("<a ")).isEqualTo(kind.isReminder());
        assertThat(message.text().contains(LINK.toString())).isEqualTo(kind.isReminder());
    }

    @ParameterizedTest
    @EnumSource
    void without_a_link_nobody_is_told_to_unsubscribe(Kind kind) {
        var message = writtenWith(null, kind);

        assertThat(message.html()).doesNotContain("<a ", "reminder");
        assertThat(message.text()).doesNotContain("reminder");
    }

    @Test
    void many_write_at_once() {
        var event = placed("Laptop", 10);
        var expected = Set.of(written(event, "en"), written(event, "de"));

        var written = IntStream.range(0, 400)
                .parallel()
                .mapToObj(it -> written(event, it % 2 == 0 ? "en" : "de"))
                .collect(Collectors.toSet());

        assertThat(written).isEqualTo(expected);
    }

    @Test
    void the_text_form_of_a_message_names_nobody() {
        var message = written(cancelled("for Alice Miller"));

        assertThat(message).asString().doesNotContain("Alice").contains(Letters.ORDER.toString());
    }
}
