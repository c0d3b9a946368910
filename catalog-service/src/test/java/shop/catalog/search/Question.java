package shop.catalog.search;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// A combination of filters that a customer may ask for, and what each of them means for a product.
record Question(
        @Nullable String text,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Integer minPrice,
        @Nullable Integer pricesBeyond,
        @Nullable BigDecimal minRating,
        @Nullable Boolean inStock,
        @Nullable String region,
        Sorting sorting,
        int limit) {

    private static final double MOSTLY = 0.6;

    /// @param products whose brands and words are asked for
    static Arbitrary<Question> about(SampleProducts products) {
        var of = Arbitraries.of(products.all());
        var first = Combinators.combine(
                        of.map(products::wordsToAsk).injectNull(MOSTLY),
                        of.map(ProductDocument::category).injectNull(0.5),
                        of.map(ProductDocument::brand).injectNull(MOSTLY),
                        Arbitraries.integers().between(0, 300).injectNull(MOSTLY),
                        Arbitraries.integers().between(0, 300).injectNull(MOSTLY))
                .as(First::new);
        var second = Combinators.combine(
                        Arbitraries.integers()
                                .between(100, 500)
                                .map(it -> BigDecimal.valueOf(it, 2))
                                .injectNull(MOSTLY),
                        Arbitraries.of(true, false).injectNull(MOSTLY),
                        Arbitraries.of("EU", "US", "ASIA").injectNull(MOSTLY))
                .as(Second::new);
        return Combinators.combine(
                        first,
                        second,
                        Arbitraries.of(Sorting.class),
                        Arbitraries.integers().between(1, 200))
                .as((a, b, sorting, limit) -> new Question(
                        a.text,
                        a.category,
                        a.brand,
                        a.minPrice,
                        a.pricesBeyond,
                        b.minRating,
                        b.inStock,
                        b.region,
                        sorting,
                        limit));
    }

    /// Cut in two, as no more than eight can be combined.
    private record First(
            @Nullable String text,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Integer minPrice,
            @Nullable Integer pricesBeyond) {}

    private record Second(
            @Nullable BigDecimal minRating,
            @Nullable Boolean inStock,
            @Nullable String region) {}

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "q", text);
        put(parameters, "category", category);
        put(parameters, "brand", brand == null ? null : brand.toUpperCase(Locale.ROOT));
        put(parameters, "minPrice", minPrice);
        put(parameters, "maxPrice", maxPrice());
        put(parameters, "minRating", minRating);
        put(parameters, "inStock", inStock);
        put(parameters, "region", region);
        put(parameters, "sort", sorting.parameter());
        put(parameters, "limit", limit);
        return parameters;
    }

    /// True for a product that meets every condition but that of the facet named.
    boolean isMetBy(ProductDocument product, SampleProducts words, String butNot) {
        return product.status().equals("ACTIVE")
                && (category == null || butNot.equals("category") || category.equals(product.category()))
                && (brand == null || butNot.equals("brand") || brand.equalsIgnoreCase(product.brand()))
                && (butNot.equals("price") || isInPriceRange(product))
                && (minRating == null || butNot.equals("rating") || isRated(product, minRating))
                && isAvailable(product)
                && (text == null || words.have(product, text));
    }

    private boolean isInPriceRange(ProductDocument product) {
        var price = new BigDecimal(product.price());
        var max = maxPrice();
        return (minPrice == null || price.compareTo(BigDecimal.valueOf(minPrice)) >= 0)
                && (max == null || price.compareTo(BigDecimal.valueOf(max)) <= 0);
    }

    private boolean isAvailable(ProductDocument product) {
        if (region == null && inStock == null) {
            return true;
        }
        var soldIn = product.soldIn();
        var canBeHad = product.inStock() && (region == null || soldIn == null || soldIn.contains(region));
        return canBeHad == (inStock == null || inStock);
    }

    static boolean isRated(ProductDocument product, BigDecimal atLeast) {
        return product.rating() != null && product.rating().compareTo(atLeast) >= 0;
    }

    /// Never below the lowest price, which would be refused.
    private @Nullable Integer maxPrice() {
        return pricesBeyond == null ? null : (minPrice == null ? 0 : minPrice) + pricesBeyond;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
