package shop.cart.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import shop.cart.customer.Membership;
import shop.contracts.Money;

/// For any cart and any policy.
class PricingPropertiesTest {

    @Property
    void the_sum_of_the_lines_is_the_total(@ForAll("quotes") Quote quote) {
        var sum = quote.lines().stream().map(it -> it.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(quote.total().amount()).isEqualByComparingTo(sum);
        assertThat(quote.total()).isEqualTo(quote.subtotal().minus(quote.discount()));
    }

    @Property
    void no_line_costs_less_than_nothing_or_more_than_regular(@ForAll("quotes") Quote quote) {
        assertThat(quote.lines()).allSatisfy(it -> {
            assertThat(it.total().isNegative()).isFalse();
            assertThat(it.discount().isNegative()).isFalse();
        });
    }

    @Property
    void replaying_the_explanation_gives_the_price(@ForAll("quotes") Quote quote) {
        assertThat(quote.lines()).allSatisfy(line -> {
            var price = line.subtotal();
            for (var deduction : line.explanation()) {
                assertThat(deduction.amount().amount()).isPositive();
                price = price.minus(deduction.amount());
            }
            assertThat(price).isEqualTo(line.total());
        });
    }

    @Property
    void the_best_price_is_no_dearer_than_any_of_its_strategies_alone(
            @ForAll("items") Item item,
            @ForAll("strategies") List<PricingStrategy> strategies,
            @ForAll Membership who) {
        var buyer = new Buyer(who);
        var best = new PricingPolicy(strategies, Combine.BEST).quote(List.of(item), buyer);

        assertThat(strategies).allSatisfy(it -> {
            var alone = new PricingPolicy(List.of(it), Combine.BEST).quote(List.of(item), buyer);
            assertThat(best.total().amount()).isLessThanOrEqualTo(alone.total().amount());
        });
    }

    @Provide
    Arbitrary<Quote> quotes() {
        return Arbitraries.of("USD", "JPY", "KWD")
                .flatMap(currency -> Combinators.combine(
                                itemsIn(Currency.getInstance(currency))
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(20),
                                strategies(),
                                Arbitraries.of(Combine.class),
                                Arbitraries.of(Membership.class))
                        .as((items, strategies, combine, membership) ->
                                new PricingPolicy(strategies, combine).quote(items, new Buyer(membership))));
    }

    @Provide
    Arbitrary<Item> items() {
        return itemsIn(Currency.getInstance("USD"));
    }

    @Provide
    Arbitrary<List<PricingStrategy>> strategies() {
        var percents = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(4);
        Arbitrary<PricingStrategy> regular = Arbitraries.just(new RegularPricing());
        Arbitrary<PricingStrategy> bulk = Combinators.combine(
                        Arbitraries.integers().between(1, 10), percents)
                .as(BulkPricing::new);
        Arbitrary<PricingStrategy> membership = percents.map(MembershipPricing::new);
        return Arbitraries.oneOf(regular, bulk, membership).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<Item> itemsIn(Currency currency) {
        var prices = Arbitraries.longs()
                .between(0, 100_000_000)
                .map(it -> new Money(BigDecimal.valueOf(it, currency.getDefaultFractionDigits()), currency));
        return Combinators.combine(prices, Arbitraries.integers().between(1, 999))
                .as((price, quantity) -> new Item("product", "BOOKS", price, quantity));
    }
}
