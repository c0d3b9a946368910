package shop.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.catalog.product.Availability;
import shop.catalog.product.LockedProducts;
import shop.catalog.product.Product;
import shop.catalog.product.ProductBody;
import shop.catalog.product.StockView;
import shop.contracts.bulk.Imported.Refusal;

class ImportBlockTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void of_two_lines_for_a_product_the_later_one_counts() {
        var block = ImportBlock.of(List.of(line("A", "1.00"), line("B", "2.00"), line("A", "3.00")), Set.of());

        var changes = block.changes(locked());

        assertThat(changes).extracting(Product::productId).containsExactly("A", "B");
        assertThat(changes.getFirst().details().price().text()).isEqualTo("3.00");
    }

    @Test
    void what_is_offered_as_it_was_is_no_change() {
        var block = ImportBlock.of(List.of(line("A", "1.00"), line("B", "2.00")), Set.of());

        var changes = block.changes(locked(product("A", "1.00"), product("B", "1.00")));

        assertThat(changes).extracting(Product::productId, Product::version).containsExactly(tuple("B", 2L));
    }

    @Test
    void a_line_of_an_unknown_category_is_refused_by_its_place() {
        var block = ImportBlock.of(
                List.of(line("A", "1.00"), line("B", "2.00", "TOYS"), line("C", "3.00")), Set.of("TOYS"));

        assertThat(block.offers()).containsOnlyKeys("A", "C");
        assertThat(block.refused()).containsExactly(new Refusal(1, "category", "is not a category of this shop"));
    }

    @Test
    void a_new_product_has_the_stock_that_was_known_before_it() {
        var block = ImportBlock.of(List.of(line("A", "1.00")), Set.of());
        var stock = new StockView("A", 7, new Availability(true, List.of("EU")));

        var changes = block.changes(new LockedProducts(Map.of(), Map.of("A", stock), NOON));

        assertThat(changes).extracting(Product::availability).containsExactly(stock.availability());
    }

    private static LockedProducts locked(Product... products) {
        return new LockedProducts(
                Stream.of(products).collect(Collectors.toMap(Product::productId, Function.identity())),
                Stream.of("A", "B", "C")
                        .collect(Collectors.toMap(Function.identity(), it -> new StockView(it, 0, Availability.NONE))),
                NOON);
    }

    private static Product product(String id, String price) {
        return Product.create(id, line(id, price).details(), Availability.NONE, MORNING);
    }

    private static ProductBody line(String id, String price) {
        return line(id, price, "HOME");
    }

    private static ProductBody line(String id, String price, String category) {
        return new ProductBody(id, "Lamp", null, null, category, price, "USD", null, null);
    }
}
