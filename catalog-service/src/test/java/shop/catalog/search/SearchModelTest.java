package shop.catalog.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import shop.catalog.Json;
import shop.local.test.WithServers;

/// Searches against a model that looks at every product: set, order, pages, total and facets under any combination of
/// filters. `-Dshop.search.products=N` and `-Dshop.search.tries=N` say how many of each; `-Dshop.search.seed=N` repeats
/// a question that failed.
@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchModelTest {

    private static final int PRODUCTS = Integer.getInteger("shop.search.products", 20_000);
    private static final int TRIES = Integer.getInteger("shop.search.tries", 200);
    private static final long SEED = Long.getLong("shop.search.seed", System.nanoTime());
    private static final int AT_ONCE = 5_000;
    private static final int PAGES = 5;
    private static final int COUNTED = 10_000;
    private static final int CATEGORIES = 100;
    private static final int BRANDS = 20;

    private final ProductIndex index;
    private final ProductIndices indices;
    private final ProductSearch search;
    private final String mark = Json.freshId("M");
    private final SampleProducts products = SampleProducts.of(PRODUCTS, mark);

    SearchModelTest(ProductIndex index, ProductIndices indices, ProductSearch search) {
        this.index = index;
        this.indices = indices;
        this.search = search;
    }

    /// The topic does not have the products, so a rebuild would lose them.
    @Test
    void a_search_finds_what_looking_at_every_product_finds() {
        Rebuilding.awaitWhole(indices);
        for (int i = 0; i < PRODUCTS; i += AT_ONCE) {
            assertThat(index.put(products.all().subList(i, Math.min(PRODUCTS, i + AT_ONCE)))
                            .refused())
                    .isEmpty();
        }
        indices.serving().forEach(indices::refresh);
        JqwikSession.run(() -> {
            var questions = Question.about(products).generator(1000);
            var seeds = new Random(SEED);
            for (int i = 0; i < TRIES; i++) {
                var seed = TRIES == 1 ? SEED : seeds.nextLong();
                ask(questions.next(new Random(seed)).value(), seed);
            }
        });
    }

    private void ask(Question question, long seed) {
        try {
            check(question);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dshop.search.tries=1 -Dshop.search.seed=%d: %s".formatted(seed, question), e);
        }
    }

    private void check(Question question) {
        var expected = expected(question);
        var found = new ArrayList<String>();
        var page = find(question, "");
        assertThat(page.total()).isEqualTo(Math.min(expected.size(), COUNTED));
        assertThat(page.totalIsLowerBound()).isEqualTo(expected.size() > COUNTED);
        checkFacets(question, Objects.requireNonNull(page.facets()));
        found.addAll(idsOf(page));
        for (int i = 1; i < PAGES && page.nextCursor() != null; i++) {
            page = find(question, page.nextCursor());
            found.addAll(idsOf(page));
        }
        assertThat(page.nextCursor() == null).isEqualTo(found.size() == expected.size());
        if (question.text() == null) {
            assertThat(found).isEqualTo(idsOf(expected).subList(0, found.size()));
        } else {
            assertThat(found).doesNotHaveDuplicates().isSubsetOf(idsOf(expected));
        }
    }

    private List<ProductDocument> expected(Question question) {
        return met(question, "")
                .sorted(order(question.sorting()).thenComparing(ProductDocument::productId))
                .toList();
    }

    /// Without a text, what is relevant is what is popular.
    private static Comparator<ProductDocument> order(Sorting sorting) {
        return switch (sorting) {
            case RELEVANCE, MOST_POPULAR -> comparing(ProductDocument::popularity, reverseOrder());
            case CHEAPEST -> comparing(ProductDocument::priceUnits);
            case DEAREST -> comparing(ProductDocument::priceUnits, reverseOrder());
            case BEST_RATED ->
                comparing(it -> Objects.requireNonNullElse(it.rating(), BigDecimal.ZERO), reverseOrder());
            case NEWEST -> comparing(ProductDocument::createdAt, reverseOrder());
        };
    }

    private void checkFacets(Question question, Map<String, List<? extends FacetValue>> facets) {
        assertThat(facets.get("category"))
                .isEqualTo(mostFrequent(question, "category", ProductDocument::category, CATEGORIES));
        assertThat(facets.get("brand")).isEqualTo(mostFrequent(question, "brand", ProductDocument::brand, BRANDS));
        var rated = met(question, "rating").toList();
        for (var it : facets.get("rating")) {
            var stars = BigDecimal.valueOf(((FacetValue.AtLeast) it).atLeast());
            assertThat(it.count()).isEqualTo(count(rated, product -> Question.isRated(product, stars)));
        }
        var priced = met(question, "price").toList();
        for (var it : facets.get("price")) {
            assertThat(it.count()).isEqualTo(count(priced, product -> isIn((FacetValue.Between) it, product)));
        }
    }

    private List<FacetValue> mostFrequent(
            Question question, String facet, Function<ProductDocument, String> value, int most) {
        return met(question, facet)
                .filter(it -> value.apply(it) != null)
                .collect(groupingBy(value, counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(reverseOrder())
                        .thenComparing(it -> it.getKey().toLowerCase(Locale.ROOT)))
                .limit(most)
                .<FacetValue>map(it -> new FacetValue.Of(it.getKey(), it.getValue()))
                .toList();
    }

    private Stream<ProductDocument> met(Question question, String butNot) {
        return products.all().stream().filter(it -> question.isMetBy(it, products, butNot));
    }

    private static long count(List<ProductDocument> products, Predicate<ProductDocument> condition) {
        return products.stream().filter(condition).count();
    }

    private static boolean isIn(FacetValue.Between range, ProductDocument product) {
        var price = new BigDecimal(product.price());
        return price.compareTo(new BigDecimal(range.from())) >= 0
                && (range.to() == null || price.compareTo(new BigDecimal(range.to())) <= 0);
    }

    private SearchPage find(Question question, String cursor) {
        var values = new MultivaluedHashMap<String, String>();
        question.parameters().forEach(values::putSingle);
        values.putSingle("currency", mark);
        values.putSingle("facets", Boolean.toString(cursor.isEmpty()));
        values.putSingle("cursor", cursor);
        return search.find(SearchParameters.of(values));
    }

    private static List<String> idsOf(SearchPage page) {
        return page.items().stream().map(FoundProduct::productId).toList();
    }

    private static List<String> idsOf(List<ProductDocument> products) {
        return products.stream().map(ProductDocument::productId).toList();
    }
}
