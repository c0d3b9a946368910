package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = hours("22:00", "07:00");

    @Property
    void inside_they_end_later_within_a_day_and_an_hour(@ForAll("moments") Moment moment) {
        var now = moment.at();
        assertThat(moment.hours().endAfter(now, moment.zone()).stream())
                .allSatisfy(it -> assertThat(it).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(25))));
    }

    @Property
    void they_end_at_their_time_or_where_the_clock_leaves_it_out(@ForAll("moments") Moment moment) {
        moment.hours().endAfter(moment.at(), moment.zone()).ifPresent(end -> {
            var local = end.atZone(moment.zone());
            var before = end.minusNanos(1).atZone(moment.zone()).toLocalDateTime();
            var wanted = local.toLocalDate().atTime(moment.hours().until());
            assertThat(wanted.equals(local.toLocalDateTime())
                            || wanted.isAfter(before) && wanted.isBefore(local.toLocalDateTime()))
                    .isTrue();
        });
    }

    @Property
    void they_last_as_long_as_the_clock_says_so(@ForAll("moments") Moment moment) {
        var hours = moment.hours();
        var time = moment.at().atZone(moment.zone()).toLocalTime();
        var quiet = hours.from().isBefore(hours.until())
                ? !time.isBefore(hours.from()) && time.isBefore(hours.until())
                : !time.isBefore(hours.from()) || time.isBefore(hours.until());

        var end = hours.endAfter(moment.at(), moment.zone());

        assertThat(end.isPresent()).isEqualTo(quiet);
    }

    @Provide
    Arbitrary<Moment> moments() {
        var zones = Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/St_Johns",
                        "Asia/Kolkata",
                        "Africa/Casablanca",
                        "America/Santiago",
                        "Africa/Cairo",
                        "Pacific/Auckland")
                .map(ZoneId::of);
        return Combinators.combine(zones, times(), times())
                .filter((_, from, until) -> !from.equals(until))
                .flatAs((zone, from, until) ->
                        instants(zone).map(at -> new Moment(new QuietHours(from, until), zone, at)));
    }

    private static Arbitrary<LocalTime> times() {
        var early = Arbitraries.integers().between(0, 4 * 60); // Where clocks change.
        var any = Arbitraries.integers().between(0, 24 * 60 - 1);
        return Arbitraries.oneOf(early, any).map(it -> LocalTime.ofSecondOfDay(it * 60L));
    }

    /// Any, and many around a change of the clock.
    private static Arbitrary<Instant> instants(ZoneId zone) {
        var any = Arbitraries.longs()
                .between(1_577_836_800L, 2_208_988_800L) // The years 2020 to 2039
                .map(Instant::ofEpochSecond);
        var near = Combinators.combine(any, Arbitraries.longs().between(-26 * 3600, 26 * 3600))
                .as((it, seconds) -> {
                    var change = zone.getRules().nextTransition(it);
                    return (change == null ? it : change.getInstant()).plusSeconds(seconds);
                });
        return Arbitraries.oneOf(any, near);
    }

    @Example
    void across_midnight_they_end_in_the_morning() {
        assertThat(NIGHT.endAfter(berlin("2026-11-27T23:30:00+01:00"), BERLIN))
                .contains(berlin("2026-11-28T07:00:00+01:00"));
        assertThat(NIGHT.endAfter(berlin("2026-11-28T01:30:00+01:00"), BERLIN))
                .contains(berlin("2026-11-28T07:00:00+01:00"));
    }

    @Example
    void from_is_quiet_and_until_is_not() {
        assertThat(NIGHT.endAfter(berlin("2026-11-27T22:00:00+01:00"), BERLIN)).isPresent();
        assertThat(NIGHT.endAfter(berlin("2026-11-28T07:00:00+01:00"), BERLIN)).isEmpty();
    }

    @Example
    void the_night_in_which_the_clock_is_put_forward_is_shorter() {
        var now = berlin("2026-03-28T23:00:00+01:00");

        assertThat(NIGHT.endAfter(now, BERLIN)).contains(now.plus(Duration.ofHours(7)));
    }

    @Example
    void an_end_that_the_clock_leaves_out_is_when_it_does() {
        var hours = hours("22:00", "02:30");

        assertThat(hours.endAfter(berlin("2026-03-29T01:59:00+01:00"), BERLIN))
                .contains(berlin("2026-03-29T03:00:00+02:00"));
    }

    @Example
    void an_end_that_the_clock_shows_twice_is_an_end_each_time() {
        var hours = hours("22:00", "02:30");

        assertThat(hours.endAfter(berlin("2026-10-25T02:15:00+02:00"), BERLIN))
                .contains(berlin("2026-10-25T02:30:00+02:00"));
        assertThat(hours.endAfter(berlin("2026-10-25T02:45:00+02:00"), BERLIN)).isEmpty();
        assertThat(hours.endAfter(berlin("2026-10-25T02:15:00+01:00"), BERLIN))
                .contains(berlin("2026-10-25T02:30:00+01:00"));
    }

    @Example
    void that_end_when_they_begin_are_none() {
        assertThatThrownBy(() -> hours("22:00", "22:00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static QuietHours hours(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant berlin(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    record Moment(QuietHours hours, ZoneId zone, Instant at) {}
}
