package shop.notification.message;

import io.quarkus.qute.Mapper;
import io.quarkus.qute.Template;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How amounts, times and reasons are written.
///
/// @param words of the language
/// @param locale of the language, with the reader's region where it is known
record Style(Template words, Locale locale, Room room) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    static Style of(Language language, Reader reader, Room room) {
        var wanted = reader.language().stripExtensions();
        var ours = wanted.getLanguage().equals(language.locale().getLanguage());
        return new Style(language.words(), ours ? wanted : language.locale(), room);
    }

    String money(String amount, String currency) {
        return word("money", Map.of("number", number(amount), "currency", Plain.line(currency, 10)));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(room.date).withLocale(locale).format(date);
    }

    /// By the reader's clock, which is named.
    String moment(Instant moment, ZoneId timeZone) {
        var at = moment.atZone(timeZone);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        var zone = DateTimeFormatter.ofPattern("zzz", locale).format(at);
        return word(
                "moment", Map.of("date", date(at.toLocalDate()), "time", Plain.line(time.format(at)), "zone", zone));
    }

    /// A sentence for each code that is known, the code itself for others, and what people say as they say it.
    /// Nothing where there is none.
    String reason(String reason) {
        if (reason.isBlank()) {
            return "";
        }
        if (!CODE.matcher(reason).matches()) {
            return word("reason_said", Map.of("reason", Plain.line(reason, room.reason)));
        }
        var known = "reason_" + reason;
        return words.getFragmentIds().contains(known)
                ? word(known, Map.of())
                : word("reason_other", Map.of("reason", Plain.line(readable(reason), room.reason)));
    }

    /// The shared texts about these facts, for templates.
    Mapper words(Map<String, Object> facts) {
        return new Mapper() {
            @Override
            public Object get(String id) {
                return word(id, facts);
            }

            @Override
            public boolean appliesTo(String id) {
                return words.getFragmentIds().contains(id);
            }
        };
    }

    String word(String id, Map<String, Object> facts) {
        return words.getFragment(id).render(facts);
    }

    /// Never by way of a binary fraction. What is no decimal number stays as it is.
    private String number(String amount) {
        if (!DECIMAL.matcher(amount).matches()) {
            return Plain.line(amount, 40);
        }
        var exact = new BigDecimal(amount);
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(exact.scale());
        format.setMaximumFractionDigits(exact.scale());
        return Plain.line(format.format(exact));
    }

    private static String readable(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
