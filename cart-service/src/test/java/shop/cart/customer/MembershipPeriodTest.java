package shop.cart.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.customer.Membership.MEMBER;
import static shop.cart.customer.Membership.NONE;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MembershipPeriodTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2090-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999Z, NONE",
        "2026-01-01T00:00:00Z, MEMBER",
        "2026-12-31T23:59:59.999Z, MEMBER",
        "2027-01-01T00:00:00Z, NONE",
    })
    void a_member_is_one_from_the_first_moment_until_just_before_the_end(Instant moment, Membership then) {
        assertThat(new MembershipPeriod(MEMBER, FROM, UNTIL).at(moment)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999Z, NONE, MEMBER",
        "2026-01-01T00:00:00Z, MEMBER, MEMBER",
        "2026-12-31T23:59:59.999Z, MEMBER, MEMBER",
        "2027-01-01T00:00:00Z, MEMBER, NONE",
    })
    void where_one_date_is_missing_the_other_counts(Instant moment, Membership fromOnly, Membership untilOnly) {
        assertThat(new MembershipPeriod(MEMBER, FROM, null).at(moment)).isEqualTo(fromOnly);
        assertThat(new MembershipPeriod(MEMBER, null, UNTIL).at(moment)).isEqualTo(untilOnly);
    }

    @Property
    void without_dates_a_member_is_one_for_ever(@ForAll("moments") Instant moment) {
        assertThat(MembershipPeriod.of(MEMBER).at(moment)).isEqualTo(MEMBER);
    }

    @Property
    void what_is_kept_is_read_as_it_was(@ForAll("periods") MembershipPeriod period) {
        assertThat(MembershipPeriod.read(period.text())).isEqualTo(period);
    }

    static Stream<MembershipPeriod> untimed() {
        return Stream.of(MembershipPeriod.NONE, MembershipPeriod.of(MEMBER));
    }

    @ParameterizedTest
    @MethodSource("untimed")
    void what_was_kept_before_there_were_dates_is_read(MembershipPeriod period) {
        var keptThen = period.membership().name();

        assertThat(MembershipPeriod.read(keptThen)).isEqualTo(period);
        assertThat(period.text()).isEqualTo(keptThen);
    }

    @Provide
    static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, Duration.between(LONG_BEFORE, LONG_AFTER).toMillis())
                .map(LONG_BEFORE::plusMillis);
    }

    @Provide
    static Arbitrary<MembershipPeriod> periods() {
        return Combinators.combine(
                        Arbitraries.of(NONE, MEMBER),
                        moments().injectNull(0.3),
                        moments().injectNull(0.3))
                .as(MembershipPeriod::new);
    }
}
