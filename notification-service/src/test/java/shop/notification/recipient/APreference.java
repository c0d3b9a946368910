package shop.notification.recipient;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What Ann wants.
public final class APreference {

    private APreference() {}

    /// She chose nothing.
    public static Preference byDefault() {
        return Preference.byDefault("ann");
    }

    /// She wants to be left alone at these times in UTC.
    public static Preference quiet(String from, String until) {
        var hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        return new Preference("ann", 1, new Choices(Set.of(), Map.of(), hours, ZoneId.of("UTC"), Locale.ENGLISH));
    }
}
