package shop.local.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final int SAMPLE = 20_000;

    private final Catalogue catalogue = new Catalogue(1);
    private final List<GeneratedProduct> sample =
            LongStream.range(0, SAMPLE).mapToObj(catalogue::product).toList();

    @Test
    void a_product_depends_on_the_seed_and_its_number_alone() {
        var again = new Catalogue(1);

        for (var number : List.of(19_999, 7, 0, 4_321)) {
            assertThat(again.product(number)).isEqualTo(sample.get(number));
        }
    }

    @Test
    void another_seed_gives_other_products_under_other_ids() {
        var other =
                LongStream.range(0, 1000).mapToObj(new Catalogue(2)::product).toList();

        assertThat(other).doesNotContainAnyElementsOf(sample);
        assertThat(other.stream().map(GeneratedProduct::productId))
                .doesNotContainAnyElementsOf(
                        sample.stream().map(GeneratedProduct::productId).toList());
    }

    @Test
    void every_id_comes_once() {
        assertThat(sample.stream().map(GeneratedProduct::productId)).doesNotHaveDuplicates();
    }

    @Test
    void categories_have_their_shares() {
        var counts = countsOf(GeneratedProduct::category);

        for (var department : Department.values()) {
            var percent = counts.get(department.name()) * 100.0 / SAMPLE;
            assertThat(percent).isBetween(department.percent() - 1.0, department.percent() + 1.0);
        }
    }

    @Test
    void few_brands_have_most_products_of_a_category() {
        var products = sample.stream()
                .filter(it -> it.category().equals("CLOTHING"))
                .collect(groupingBy(GeneratedProduct::brand, counting()));
        var all = products.values().stream().mapToLong(it -> it).sum();
        var ofTheTen = products.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .mapToLong(it -> it)
                .sum();

        assertThat(products).hasSizeGreaterThan(500);
        assertThat(ofTheTen * 100 / all).isBetween(20L, 40L);
    }

    @Test
    void a_brand_makes_things_of_one_category() {
        var categories = sample.stream()
                .collect(groupingBy(GeneratedProduct::brand, mapping(GeneratedProduct::category, toSet())));

        assertThat(categories.values()).allSatisfy(it -> assertThat(it).hasSize(1));
    }

    @Test
    void there_are_as_many_words_as_in_a_real_shop() {
        var words = sample.stream()
                .flatMap(it -> Arrays.stream(it.name().split("[ ,:]+")))
                .collect(groupingBy(Function.identity(), counting()));

        assertThat(words).hasSizeGreaterThan(10_000);
        assertThat(words.values().stream().filter(it -> it == 1).count()).isGreaterThan(1_000);
    }

    @Test
    void prices_of_a_category_lie_around_the_usual_ones_and_end_as_prices_do() {
        var logs = sample.stream()
                .filter(it -> it.category().equals("ELECTRONICS"))
                .mapToDouble(it -> Math.log(Double.parseDouble(it.price())))
                .sorted()
                .toArray();
        var deciles = new double[] {logs[logs.length / 10], logs[logs.length / 2], logs[logs.length * 9 / 10]};

        assertThat(Math.exp(deciles[1])).isBetween(30.0, 90.0);
        assertThat(deciles[2] - deciles[1]).isBetween(0.8, 2.5);
        assertThat(deciles[1] - deciles[0]).isBetween(0.8, 2.5);
        assertThat(sample).allSatisfy(it -> assertThat(it.price()).matches("[1-9]\\d*\\.(99|95|49)"));
    }

    @Test
    void hardly_anybody_wants_most_products_and_everybody_wants_a_few() {
        var popularity =
                sample.stream().mapToLong(GeneratedProduct::popularity).sorted().toArray();
        var ofTheTopPercent = Arrays.stream(popularity).skip(SAMPLE * 99L / 100).sum();

        assertThat(popularity[SAMPLE / 2]).isLessThan(50);
        assertThat(popularity[SAMPLE - 1]).isGreaterThan(10_000);
        assertThat(ofTheTopPercent * 100 / Arrays.stream(popularity).sum()).isGreaterThan(30);
    }

    @Test
    void some_products_are_described_and_some_are_not() {
        assertThat(sample.stream().filter(it -> it.description() != null).count() * 100 / SAMPLE)
                .isBetween(58L, 62L);
    }

    private Map<String, Long> countsOf(Function<GeneratedProduct, String> property) {
        return sample.stream().collect(groupingBy(property, counting()));
    }
}
