package shop.notification.recipient;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// When the customer's clock says that they are to be left alone, each day: `from` is quiet, `until` no more. Where
/// `until` comes before `from`, midnight lies between.
record QuietHours(LocalTime from, LocalTime until) {

    QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours end when they begin");
        }
    }

    /// The moment at which the quiet hours that `now` lies in are over; empty where it lies in none.
    ///
    /// The clock on the wall decides. Where it is put forward past `until`, the quiet hours end at that moment.
    /// Where it is put back and shows `until` twice, they end each time.
    Optional<Instant> endAfter(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return Optional.empty();
        }
        var yesterday = local.toLocalDate().minusDays(1); // A clock that is put back at midnight goes there again.
        return yesterday
                .datesUntil(yesterday.plusDays(4))
                .flatMap(day -> momentsOf(day.atTime(until), zone))
                .filter(it -> it.isAfter(now))
                .findFirst();
    }

    private boolean contains(LocalTime time) {
        var hasBegun = !time.isBefore(from);
        var hasNotEnded = time.isBefore(until);
        return from.isBefore(until) ? hasBegun && hasNotEnded : hasBegun || hasNotEnded;
    }

    /// When a clock of this zone shows this time, in order; where it leaves it out, the moment at which it does.
    private static Stream<Instant> momentsOf(LocalDateTime time, ZoneId zone) {
        var change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? Stream.of(change.getInstant())
                : zone.getRules().getValidOffsets(time).stream()
                        .map(time::toInstant)
                        .sorted();
    }
}
