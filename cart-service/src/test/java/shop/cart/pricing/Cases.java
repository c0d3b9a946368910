package shop.cart.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import shop.cart.customer.Membership;
import shop.contracts.Money;

/// Any policy and anything to be priced by it.
public final class Cases {

    private static final Instant SOME_DAY = Instant.parse("2026-11-27T00:00:00Z");
    private static final List<String> CATEGORIES = List.of("BOOKS", "CLOTHING", "HOME");
    private static final List<String> REGIONS = List.of("EU", "US");

    private Cases() {}

    /// Somebody buys something at some moment, while a policy is in force.
    public record Case(PricingPolicy policy, List<Item> items, Buyer buyer, Instant at) {

        public Quote quote() {
            return policy.quote(items, buyer, at);
        }

        Quote quote(PricingPolicy other) {
            return other.quote(items, buyer, at);
        }

        Quote quote(List<Item> others) {
            return policy.quote(others, buyer, at);
        }
    }

    public static Arbitrary<Case> any() {
        return Combinators.combine(
                        policies(), Arbitraries.of("USD", "JPY", "KWD").flatMap(Cases::items), buyers(), moments())
                .as(Case::new);
    }

    private static Arbitrary<PricingPolicy> policies() {
        return Combinators.combine(strategies().list().ofMinSize(1).ofMaxSize(6), Arbitraries.of(Combine.class))
                .as(PricingPolicy::new);
    }

    private static Arbitrary<PricingStrategy> strategies() {
        return Arbitraries.oneOf(
                Arbitraries.just(new RegularPricing()),
                Combinators.combine(Arbitraries.integers().between(1, 10), percents())
                        .as(BulkPricing::new),
                percents().map(MembershipPricing::new),
                Combinators.combine(
                                moments().injectNull(0.3),
                                moments().injectNull(0.3),
                                Arbitraries.of(CATEGORIES).injectNull(0.3),
                                percents())
                        .as(SeasonalPricing::new),
                Combinators.combine(Arbitraries.of(REGIONS), percents()).as(RegionalPricing::new));
    }

    private static Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(4);
    }

    private static Arbitrary<Buyer> buyers() {
        return Combinators.combine(
                        Arbitraries.of(Membership.class),
                        Arbitraries.of(REGIONS).injectNull(0.3))
                .as(Buyer::new);
    }

    /// Few, so that the ends of seasons are met.
    private static Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, 5).map(SOME_DAY::plusSeconds);
    }

    private static Arbitrary<List<Item>> items(String code) {
        var currency = Currency.getInstance(code);
        var prices = Arbitraries.longs()
                .between(0, 100_000_000)
                .map(it -> new Money(BigDecimal.valueOf(it, currency.getDefaultFractionDigits()), currency));
        return Combinators.combine(
                        Arbitraries.of(CATEGORIES),
                        prices,
                        Arbitraries.integers().between(1, 999))
                .as((category, price, quantity) -> new Item("", category, price, quantity))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(Cases::eachOfAnotherProduct);
    }

    private static List<Item> eachOfAnotherProduct(List<Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> {
                    var it = items.get(i);
                    return new Item("product-" + i, it.category(), it.unitPrice(), it.quantity());
                })
                .toList();
    }
}
