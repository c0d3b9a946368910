package shop.notification.recipient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// Preferences as people see and write them.
///
/// @param channels on or off by channel
/// @param kinds exceptions: on or off by kind and channel
/// @param timeZone of the quiet hours, by IANA's name
/// @param language a BCP 47 tag
/// @param pushTokens shortened: the whole ones are secrets
@Schema(name = "Preferences")
record PreferencesView(
        String customerId,
        Map<Channel, Boolean> channels,
        Map<Kind, Map<Channel, Boolean>> kinds,
        @Nullable Hours quietHours,
        String timeZone,
        String language,
        List<String> pushTokens) {

    static PreferencesView of(Preference preference, List<PushToken> tokens, Collection<Channel> known) {
        var choices = preference.choices();
        return new PreferencesView(
                preference.customerId(),
                choices.channels(known),
                choices.kinds(known),
                Hours.of(choices.quietHours()),
                choices.timeZone().getId(),
                choices.language().toLanguageTag(),
                tokens.stream().map(PushToken::shortened).toList());
    }

    @Schema(name = "QuietHours")
    record Hours(String from, String until) {

        private static @Nullable Hours of(@Nullable QuietHours hours) {
            return hours == null
                    ? null
                    : new Hours(hours.from().toString(), hours.until().toString());
        }
    }
}
