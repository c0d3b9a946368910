package shop.cart.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a customer's membership. Nobody tells when it begins or ends: that is seen by the clock, whenever
/// something is priced.
///
/// @param membership NONE, or MEMBER between the two moments
/// @param from the first moment of it; null where it has been so for ever
/// @param until the first moment after it; null where it does not end
public record MembershipPeriod(
        Membership membership,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final MembershipPeriod NONE = of(Membership.NONE);

    private static final String OPEN = "-";

    /// One that is not bound to any time.
    public static MembershipPeriod of(Membership membership) {
        return new MembershipPeriod(membership, null, null);
    }

    /// What the customer is at a moment.
    public Membership at(Instant moment) {
        var on = (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
        return on ? membership : Membership.NONE;
    }

    /// The membership and, where there are any, both dates. Without dates as it was before there were any: views that
    /// were kept then are read as ever.
    String text() {
        if (from == null && until == null) {
            return membership.name();
        }
        return "%s %s %s".formatted(membership, text(from), text(until));
    }

    static MembershipPeriod read(String text) {
        var parts = text.split(" ");
        var membership = Membership.valueOf(parts[0]);
        return parts.length == 1
                ? of(membership)
                : new MembershipPeriod(membership, instant(parts[1]), instant(parts[2]));
    }

    private static String text(@Nullable Instant moment) {
        return Optional.ofNullable(moment).map(Objects::toString).orElse(OPEN);
    }

    private static @Nullable Instant instant(String text) {
        return text.equals(OPEN) ? null : Instant.parse(text);
    }
}
