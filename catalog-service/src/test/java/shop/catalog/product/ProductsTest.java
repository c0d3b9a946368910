package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.freshId;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00.123456Z");
    private static final String AWKWARD = "a\tb\nc\rd\\n \\N \\. {\"e\"} 'f' ü 漢 😀";

    private final Products products;

    ProductsTest(Products products) {
        this.products = products;
    }

    @Test
    void whatever_its_texts_hold_a_product_is_kept_as_it_was_written() {
        var availability = new Availability(true, List.of("EU", "NULL", "", AWKWARD), List.of("a,b", "c\"d"));
        var created = Product.create(freshId("P"), details(AWKWARD), availability, NOON);
        var changed = created.offeredAs(details(AWKWARD + AWKWARD), NOON.plusSeconds(1));

        save(created);
        assertThat(products.find(created.productId())).contains(created);

        save(changed);
        assertThat(products.find(created.productId())).contains(changed);
    }

    @Test
    void new_products_and_changed_ones_are_written_together() {
        var known = Product.create(freshId("P"), details("Lamp"), Availability.NONE, NOON);
        save(known);
        var changed = known.discontinued(NOON);
        var fresh = Product.create(freshId("P"), details("Lamp"), Availability.NONE, NOON);

        save(changed, fresh);

        assertThat(products.find(known.productId())).contains(changed);
        assertThat(products.find(fresh.productId())).contains(fresh);
    }

    @Test
    void what_inventory_said_before_is_known_to_who_locks_a_product_and_nothing_otherwise() {
        var said = new StockView(freshId("P"), 7, new Availability(true, List.of("EU")));
        var unsaid = freshId("P");
        QuarkusTransaction.requiringNew().run(() -> {
            products.lock(Set.of(said.productId()));
            products.saveStock(List.of(said));
        });

        var locked = QuarkusTransaction.requiringNew().call(() -> products.lock(Set.of(said.productId(), unsaid)));

        assertThat(locked.products()).isEmpty();
        assertThat(locked.stockOf(said.productId())).isEqualTo(said);
        assertThat(locked.stockOf(unsaid)).isEqualTo(new StockView(unsaid, 0, Availability.NONE));
    }

    private void save(Product... changed) {
        QuarkusTransaction.requiringNew().run(() -> {
            products.lock(List.of(changed).stream().map(Product::productId).toList());
            products.save(List.of(changed));
        });
    }

    private static ProductDetails details(String text) {
        return new ProductDetails(text, text, text, "HOME", Money.of("1.00", "USD"), 7, Map.of(text, text));
    }
}
