package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static shop.notification.channel.Channel.EMAIL;
import static shop.notification.channel.Channel.PUSH;
import static shop.notification.channel.Channel.SMS;
import static shop.notification.message.Kind.CART_EXPIRED;
import static shop.notification.message.Kind.CART_EXPIRING;
import static shop.notification.message.Kind.ORDER_SHIPPED;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifier;
import shop.notification.message.Kind;

class PreferenceTest {

    private static final Choices NOTHING = Choices.DEFAULT;
    private static final ANotifier ON_SMS = ANotifier.on(SMS);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_customer_is_told_what_they_want(String rule, Choices choices, Notifier notifier, boolean wanted) {
        var preference = new Preference("ann", 1, choices);

        assertThat(preference.wants(notifier, ORDER_SHIPPED)).as(rule).isEqualTo(wanted);
    }

    static Stream<Arguments> a_customer_is_told_what_they_want() {
        var smsOff = choices(Set.of(SMS), Map.of());
        var shippedOff = choices(Set.of(), Map.of(ORDER_SHIPPED, Map.of(SMS, false)));
        var shippedOn = choices(Set.of(), Map.of(ORDER_SHIPPED, Map.of(SMS, true)));
        var smsOffButShippedOn = choices(Set.of(SMS), Map.of(ORDER_SHIPPED, Map.of(SMS, true)));
        var shippedOffByMail = choices(Set.of(EMAIL), Map.of(ORDER_SHIPPED, Map.of(EMAIL, false)));
        var reminderOff = choices(Set.of(), Map.of(CART_EXPIRING, Map.of(SMS, false)));
        return Stream.of(
                arguments("chose nothing", NOTHING, ON_SMS, true),
                arguments("chose nothing, notifier is silent", NOTHING, ON_SMS.silentOf(ORDER_SHIPPED), false),
                arguments("channel off", smsOff, ON_SMS, false),
                arguments("kind off", shippedOff, ON_SMS, false),
                arguments("kind on, notifier is silent", shippedOn, ON_SMS.silentOf(ORDER_SHIPPED), true),
                arguments("channel off beats kind on", smsOffButShippedOn, ON_SMS, false),
                arguments("another channel off", shippedOffByMail, ON_SMS, true),
                arguments("another kind off", reminderOff, ON_SMS, true),
                arguments("for the shop, channel off", smsOff, ON_SMS.forTheShop(), true),
                arguments("for the shop, kind off", shippedOff, ON_SMS.forTheShop(), true),
                arguments("for the shop, silent", shippedOn, ON_SMS.forTheShop().silentOf(ORDER_SHIPPED), false));
    }

    @Test
    void without_reminders_nothing_but_reminders_is_off() {
        var before = choices(Set.of(), Map.of(ORDER_SHIPPED, Map.of(SMS, true), CART_EXPIRED, Map.of(PUSH, true)));

        var after = new Preference("ann", 1, before.withoutReminders(Set.of(EMAIL, SMS)));

        for (var kind : Kind.values()) {
            for (var channel : Set.of(EMAIL, SMS)) {
                assertThat(after.wants(ANotifier.on(channel), kind)).isEqualTo(!kind.isReminder());
            }
        }
        assertThat(after.wants(ANotifier.on(PUSH), CART_EXPIRED)).isFalse();
    }

    @Test
    void without_reminders_twice_is_once() {
        var once = NOTHING.withoutReminders(Set.of(EMAIL, SMS));

        assertThat(once.withoutReminders(Set.of(EMAIL, SMS))).isEqualTo(once);
    }

    @Test
    void quiet_hours_are_in_the_customers_time_zone() {
        var quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        var choices = new Choices(Set.of(), Map.of(), quiet, ZoneId.of("Asia/Tokyo"), Locale.ENGLISH);

        var end = new Preference("ann", 1, choices).quietUntil(Instant.parse("2026-11-27T14:00:00Z"));

        assertThat(end).contains(Instant.parse("2026-11-27T22:00:00Z"));
    }

    @Test
    void whoever_chose_nothing_has_no_quiet_hours() {
        assertThat(Preference.byDefault("ann").quietUntil(Instant.EPOCH)).isEmpty();
    }

    private static Choices choices(Set<Channel> off, Map<Kind, Map<Channel, Boolean>> kinds) {
        return new Choices(off, kinds, null, ZoneId.of("UTC"), Locale.ENGLISH);
    }
}
