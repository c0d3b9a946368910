package shop.notification.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads quiet hours and their time zone out of a body; what is wrong is added to the violations.
record TimeReader(Violations violations) {

    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Nullable
    QuietHours quietHours(JsonNode hours) {
        if (hours.isMissingNode() || hours.isNull()) {
            return null;
        }
        if (!hours.isObject()) {
            violations.add("quietHours", "must be an object or null");
            return null;
        }
        var from = time("quietHours.from", hours.path("from"));
        var until = time("quietHours.until", hours.path("until"));
        if (from == null || until == null) {
            return null;
        }
        if (from.equals(until)) {
            violations.add("quietHours.until", "must not be the same as from");
            return null;
        }
        return new QuietHours(from, until);
    }

    private @Nullable LocalTime time(String field, JsonNode time) {
        try {
            return LocalTime.parse(time.asText(), TIME); // What is no text does not look like a time.
        } catch (DateTimeException _) {
            violations.add(field, "must be a time of day as 22:00");
            return null;
        }
    }

    ZoneId timeZone(JsonNode zone) {
        if (zone.isMissingNode()) {
            return Choices.DEFAULT.timeZone();
        }
        if (!zone.isTextual() || !TIME_ZONES.contains(zone.textValue())) {
            violations.add("timeZone", "must be a time zone of IANA as Europe/Berlin");
            return Choices.DEFAULT.timeZone();
        }
        return ZoneId.of(zone.textValue());
    }
}
