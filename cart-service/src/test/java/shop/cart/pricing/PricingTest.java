package shop.cart.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.cart.customer.Membership.MEMBER;
import static shop.cart.customer.Membership.NONE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.cart.pricing.PricedLine.Deduction;
import shop.contracts.Money;

class PricingTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Buyer ANYBODY = new Buyer(NONE, null);
    private static final Buyer MEMBER_OF_OURS = new Buyer(MEMBER, null);
    private static final PricingStrategy REGULAR = new RegularPricing();
    private static final PricingStrategy BULK = BulkPricing.of(null, null);
    private static final PricingStrategy MEMBERSHIP = MembershipPricing.of(null);

    @Test
    void regular_is_price_times_quantity() {
        var quote = new PricingPolicy(List.of(REGULAR), Combine.BEST)
                .quote(List.of(item("LAPTOP", "999.99", 1), item("BOOK", "49.99", 2)), MEMBER_OF_OURS, NOW);

        assertThat(quote.total()).isEqualTo(usd("1099.97"));
        assertThat(quote.discount()).isEqualTo(usd("0.00"));
        assertThat(quote.lines()).allSatisfy(it -> assertThat(it.explanation()).isEmpty());
    }

    @Test
    void five_of_the_same_are_ten_percent_off_rounded_once() {
        var line = price(Combine.BEST, item("T-SHIRT", "19.99", 5), ANYBODY, REGULAR, BULK);

        assertThat(line.subtotal()).isEqualTo(usd("99.95"));
        assertThat(line.total()).isEqualTo(usd("89.96"));
        assertThat(line.discount()).isEqualTo(usd("9.99"));
        assertThat(line.explanation()).containsExactly(new Deduction("BULK", usd("9.99")));
    }

    @Test
    void four_of_the_same_cost_what_four_cost() {
        var line = price(Combine.BEST, item("T-SHIRT", "19.99", 4), ANYBODY, REGULAR, BULK);

        assertThat(line.total()).isEqualTo(usd("79.96"));
    }

    @Test
    void members_pay_fifteen_percent_less_and_others_do_not() {
        var book = item("BOOK", "10.00", 1);

        assertThat(price(Combine.BEST, book, MEMBER_OF_OURS, MEMBERSHIP).total())
                .isEqualTo(usd("8.50"));
        assertThat(price(Combine.BEST, book, ANYBODY, MEMBERSHIP).total()).isEqualTo(usd("10.00"));
    }

    @Test
    void the_best_for_the_customer_wins() {
        var line = price(Combine.BEST, item("BOOK", "10.00", 5), MEMBER_OF_OURS, BULK, MEMBERSHIP);

        assertThat(line.explanation()).containsExactly(new Deduction("MEMBERSHIP", usd("7.50")));
    }

    @Test
    void stacked_rules_apply_one_after_the_other_and_the_last_takes_the_remainder() {
        var line = price(Combine.STACK, item("T-SHIRT", "19.99", 5), MEMBER_OF_OURS, BULK, MEMBERSHIP);

        // 99.95, exactly 89.955 after the first rule and 76.46175 after the second
        assertThat(line.total()).isEqualTo(usd("76.46"));
        assertThat(line.explanation())
                .containsExactly(new Deduction("BULK", usd("9.99")), new Deduction("MEMBERSHIP", usd("13.50")));
    }

    @Test
    void no_strategy_can_make_a_line_dearer_or_free_of_sense() {
        var book = item("BOOK", "10.00", 1);

        assertThat(price(Combine.STACK, book, ANYBODY, to("11"), to("-1")).total())
                .isEqualTo(usd("0.00"));
        assertThat(price(Combine.BEST, book, ANYBODY, to("11")).total()).isEqualTo(usd("10.00"));
    }

    @Test
    void a_season_begins_with_its_first_moment_and_is_over_at_its_last() {
        var season = new SeasonalPricing(NOW, NOW.plusSeconds(60), null, BigDecimal.TEN);

        assertThat(priceAt(NOW.minusNanos(1), season)).isEqualTo(usd("10.00"));
        assertThat(priceAt(NOW, season)).isEqualTo(usd("9.00"));
        assertThat(priceAt(NOW.plusSeconds(60).minusNanos(1), season)).isEqualTo(usd("9.00"));
        assertThat(priceAt(NOW.plusSeconds(60), season)).isEqualTo(usd("10.00"));
    }

    @Test
    void a_season_may_be_open_at_one_end() {
        var sinceNow = new SeasonalPricing(NOW, null, null, BigDecimal.TEN);
        var untilNow = new SeasonalPricing(null, NOW, null, BigDecimal.TEN);

        assertThat(priceAt(NOW.plusSeconds(1_000_000), sinceNow)).isEqualTo(usd("9.00"));
        assertThat(priceAt(NOW.minusSeconds(1_000_000), untilNow)).isEqualTo(usd("9.00"));
        assertThat(priceAt(NOW, untilNow)).isEqualTo(usd("10.00"));
    }

    @Test
    void a_season_of_a_category_leaves_others_alone() {
        var books = new SeasonalPricing(NOW, null, "BOOKS", BigDecimal.TEN);
        var clothing = new SeasonalPricing(NOW, null, "CLOTHING", BigDecimal.TEN);

        assertThat(priceAt(NOW, books)).isEqualTo(usd("10.00"));
        assertThat(priceAt(NOW, clothing)).isEqualTo(usd("9.00"));
    }

    @Test
    void what_is_delivered_to_a_region_costs_what_it_costs_there() {
        var europe = new RegionalPricing("EU", BigDecimal.TEN);
        var book = item("BOOK", "10.00", 1);

        assertThat(price(Combine.BEST, book, new Buyer(NONE, "EU"), europe).total())
                .isEqualTo(usd("9.00"));
        assertThat(price(Combine.BEST, book, new Buyer(NONE, "US"), europe).total())
                .isEqualTo(usd("10.00"));
        assertThat(price(Combine.BEST, book, ANYBODY, europe).total()).isEqualTo(usd("10.00"));
    }

    @Test
    void one_product_on_two_lines_is_no_order() {
        var policy = new PricingPolicy(List.of(BULK), Combine.BEST);
        var twice = List.of(item("BOOK", "10.00", 3), item("BOOK", "10.00", 2));

        assertThatThrownBy(() -> policy.quote(twice, ANYBODY, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Money priceAt(Instant at, PricingStrategy strategy) {
        return new PricingPolicy(List.of(strategy), Combine.BEST)
                .quote(List.of(item("BOOK", "10.00", 1)), ANYBODY, at)
                .total();
    }

    private static PricedLine price(Combine combine, Item item, Buyer buyer, PricingStrategy... strategies) {
        return new PricingPolicy(List.of(strategies), combine)
                .quote(List.of(item), buyer, NOW)
                .lines()
                .getFirst();
    }

    private static PricingStrategy to(String price) {
        return new PricingStrategy() {
            @Override
            public String rule() {
                return "TO";
            }

            @Override
            public BigDecimal priceOf(Item item, BigDecimal before, Buyer buyer, Instant at) {
                return new BigDecimal(price);
            }
        };
    }

    private static Item item(String productId, String price, int quantity) {
        return new Item(productId, "CLOTHING", usd(price), quantity);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
