package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;

class ProductTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Product lamp = Product.create("LAMP", aLamp("19.99"), Availability.NONE, MORNING);

    @Test
    void a_new_product_is_active_in_its_first_version() {
        assertThat(lamp.version()).isOne();
        assertThat(lamp.isNew()).isTrue();
        assertThat(lamp.status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(lamp.createdAt()).isEqualTo(MORNING);
    }

    @Test
    void a_change_is_the_next_version_and_keeps_the_rest() {
        var cheaper = lamp.offeredAs(aLamp("9.99"), NOON);

        assertThat(cheaper.version()).isEqualTo(2);
        assertThat(cheaper.details().price()).isEqualTo(Money.of("9.99", "USD"));
        assertThat(cheaper.createdAt()).isEqualTo(MORNING);
        assertThat(cheaper.updatedAt()).isEqualTo(NOON);
    }

    @Test
    void what_changes_nothing_is_no_change() {
        assertThat(lamp.offeredAs(aLamp("19.990"), NOON)).isSameAs(lamp);
        assertThat(lamp.available(new Availability(false, List.of()), NOON)).isSameAs(lamp);
    }

    @Test
    void a_discontinued_product_that_is_offered_again_goes_on_with_its_versions() {
        var gone = lamp.discontinued(NOON);

        assertThat(gone.status()).isEqualTo(ProductStatus.DISCONTINUED);
        assertThat(gone.discontinued(NOON)).isSameAs(gone);
        assertThat(gone.offeredAs(aLamp("19.99"), NOON))
                .extracting(Product::version, Product::status)
                .containsExactly(3L, ProductStatus.ACTIVE);
    }

    @Test
    void the_regions_in_stock_have_no_order() {
        var available = lamp.available(new Availability(true, List.of("US", "EU")), NOON);

        assertThat(available.version()).isEqualTo(2);
        assertThat(available.available(new Availability(true, List.of("EU", "US")), NOON))
                .isSameAs(available);
    }

    @Property
    void every_version_differs_from_the_one_before(@ForAll List<@IntRange(max = 5) Integer> steps) {
        var product = lamp;
        for (var step : steps) {
            var next = step(product, step);

            assertThat(next.version() - product.version()).isEqualTo(sameContent(next, product) ? 0 : 1);
            product = next;
        }
    }

    private static Product step(Product product, int step) {
        return switch (step) {
            case 0 -> product.discontinued(NOON);
            case 1 -> product.available(Availability.NONE, NOON);
            case 2 -> product.available(new Availability(true, List.of("EU")), NOON);
            default -> product.offeredAs(aLamp(step + ".00"), NOON);
        };
    }

    private static boolean sameContent(Product a, Product b) {
        return a.status() == b.status()
                && a.details().equals(b.details())
                && a.availability().equals(b.availability());
    }

    private static ProductDetails aLamp(String price) {
        return new ProductDetails("Lamp", null, "Acme", "HOME", Money.of(price, "USD"), 0, Map.of("colour", "red"));
    }
}
