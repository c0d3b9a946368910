package shop.notification.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// How choices stand in a row of the table `preferences`.
final class PreferenceRow {

    private PreferenceRow() {}

    static Preference read(ResultSet row) throws SQLException {
        var choices = new Choices(
                texts(row, "channels_off").stream().map(Channel::new).collect(Collectors.toUnmodifiableSet()),
                kinds(texts(row, "kinds_on"), texts(row, "kinds_off")),
                quietHours(row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class)),
                zone(row.getString("time_zone")),
                Locale.forLanguageTag(row.getString("language")));
        return new Preference(row.getString("customer_id"), row.getLong("version"), choices);
    }

    /// The exceptions that are on, or those that are off, each as kind, ':', channel.
    static Column kinds(Choices choices, boolean on) {
        var entries = choices.kinds().entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .filter(it -> it.getValue() == on)
                        .map(it -> kind.getKey().type() + ":" + it.getKey()))
                .sorted()
                .toList();
        return Column.ofTexts(entries);
    }

    private static Map<Kind, Map<Channel, Boolean>> kinds(List<String> on, List<String> off) {
        var kinds = new EnumMap<Kind, Map<Channel, Boolean>>(Kind.class);
        on.forEach(it -> put(kinds, it, true));
        off.forEach(it -> put(kinds, it, false));
        return kinds;
    }

    private static void put(Map<Kind, Map<Channel, Boolean>> kinds, String entry, boolean on) {
        var colon = entry.indexOf(':');
        var channel = new Channel(entry.substring(colon + 1));
        Kind.ofType(entry.substring(0, colon)) // A replica of another version may know other kinds.
                .ifPresent(kind ->
                        kinds.computeIfAbsent(kind, _ -> new TreeMap<>()).put(channel, on));
    }

    private static @Nullable QuietHours quietHours(@Nullable LocalTime from, @Nullable LocalTime until) {
        return from == null || until == null ? null : new QuietHours(from, until);
    }

    /// A replica with older rules of time may not know a new zone: one customer's must not fail a whole batch.
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            return Choices.DEFAULT.timeZone();
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
