package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.message.Letters.cancelled;
import static shop.notification.message.Letters.refund;
import static shop.notification.message.Letters.shipped;
import static shop.notification.message.Letters.written;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One SMS carries 160 characters, if all of them are in its alphabet.
class BriefTest {

    private static final String GSM_7 =
            "[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà-]{1,160}";

    @Test
    void a_brief_message_fits_into_one_sms() {
        var all = Letters.all();

        assertThat(all)
                .extracting(Message::brief)
                .allSatisfy(it -> assertThat(it).matches(GSM_7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "de", "de-AT"})
    void it_does_so_too_where_others_have_written_much(String language) {
        var much = "x".repeat(200);
        var events = Stream.of(
                shipped(much, much, LocalDate.of(2027, 12, 31)),
                cancelled(much),
                cancelled("X".repeat(200)),
                refund("1234567.89", much));

        var briefs = events.map(it -> written(it, language).brief());

        assertThat(briefs).allSatisfy(it -> assertThat(it).matches(GSM_7));
    }

    @Test
    void a_tracking_number_stays_whole() {
        var number = "9".repeat(36);

        var message = written(shipped("Somebody who carries things from here to there", number, null), "de");

        assertThat(message.brief()).contains("Somebody who carrie... " + number);
        assertThat(message.text()).contains("Somebody who carries things from here to there");
    }
}
