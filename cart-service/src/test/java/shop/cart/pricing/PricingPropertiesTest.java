package shop.cart.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import shop.cart.pricing.Cases.Case;
import shop.contracts.Money;

/// For any cart and any policy.
class PricingPropertiesTest {

    @Property
    void the_sum_of_the_lines_is_the_total(@ForAll("cases") Case any) {
        var quote = any.quote();

        var sum = quote.lines().stream().map(it -> it.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(quote.total().amount()).isEqualByComparingTo(sum);
        assertThat(quote.total()).isEqualTo(quote.subtotal().minus(quote.discount()));
    }

    @Property
    void no_line_costs_less_than_nothing_or_more_than_regular(@ForAll("cases") Case any) {
        assertThat(any.quote().lines()).allSatisfy(it -> {
            assertThat(it.total().isNegative()).isFalse();
            assertThat(it.discount().isNegative()).isFalse();
        });
    }

    @Property
    void replaying_the_explanation_gives_the_price(@ForAll("cases") Case any) {
        assertThat(any.quote().lines()).allSatisfy(line -> {
            var price = line.subtotal();
            for (var deduction : line.explanation()) {
                assertThat(deduction.amount().amount()).isPositive();
                price = price.minus(deduction.amount());
            }
            assertThat(price).isEqualTo(line.total());
        });
    }

    @Property
    void the_best_price_is_that_of_the_best_of_its_strategies_alone(@ForAll("cases") Case any) {
        var strategies = any.policy().strategies();
        var best = any.quote(new PricingPolicy(strategies, Combine.BEST));

        var alone = strategies.stream()
                .map(it -> any.quote(new PricingPolicy(List.of(it), Combine.BEST)))
                .toList();

        assertThat(best.lines())
                .allSatisfy(line -> assertThat(line.total().amount())
                        .isEqualTo(alone.stream()
                                .map(it -> totalOf(it, line).amount())
                                .min(BigDecimal::compareTo)
                                .orElseThrow()));
    }

    @Property
    void stacked_prices_are_the_exact_product_rounded_once(@ForAll("cases") Case any) {
        var quote = any.quote(new PricingPolicy(any.policy().strategies(), Combine.STACK));

        assertThat(quote.lines()).allSatisfy(line -> {
            var exact = line.subtotal().amount();
            for (var strategy : any.policy().strategies()) {
                exact = exact.multiply(shareLeftBy(strategy, line.item(), any));
            }
            assertThat(line.total())
                    .isEqualTo(Money.rounded(exact, line.subtotal().currency()));
        });
    }

    @Property
    void the_price_does_not_depend_on_the_order_of_the_lines(@ForAll("cases") Case any, @ForAll Random random) {
        var shuffled = new ArrayList<>(any.items());
        Collections.shuffle(shuffled, random);

        var other = any.quote(shuffled);

        assertThat(other.total()).isEqualTo(any.quote().total());
        assertThat(other.lines())
                .containsExactlyInAnyOrderElementsOf(any.quote().lines());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Cases.any();
    }

    private static Money totalOf(Quote quote, PricedLine line) {
        return quote.line(line.productId()).orElseThrow().total();
    }

    /// What a strategy leaves of 1.
    private static BigDecimal shareLeftBy(PricingStrategy strategy, Item item, Case any) {
        return strategy.priceOf(item, BigDecimal.ONE, any.buyer(), any.at());
    }
}
