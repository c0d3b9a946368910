package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProduct;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.catalog.Topics;
import shop.contracts.Money;
import shop.contracts.event.Untold;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductPublisherTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Topics topics;
    private final Products products;
    private final UntoldProducts untold;
    private final DataSource database;

    ProductPublisherTest(Topics topics, Products products, UntoldProducts untold, DataSource database) {
        this.topics = topics;
        this.products = products;
        this.untold = untold;
        this.database = database;
    }

    @Test
    void a_product_is_told_as_it_is_now() {
        var product = aProduct();

        Api.create(product);

        Api.eventually(() -> {
            var told = topics.read(Topics.PRODUCTS, product.id()).getLast();
            assertThat(Json.read(Topics.text(told)))
                    .isEqualTo(Json.read(Api.get(product.id()).asString()));
            assertThat(Topics.header(told, "ce_type")).isEqualTo("ProductChanged");
            assertThat(Topics.header(told, "ce_source")).isEqualTo("/catalog-service");
            assertThat(Topics.header(told, "ce_subject")).isEqualTo(product.id());
        });
    }

    @Test
    void after_many_changes_the_last_one_is_told_and_none_out_of_order() {
        var product = aProduct();
        Api.create(product);
        for (int version = 1; version <= 20; version++) {
            Api.put(product.with("price", version + ".00"), "\"%d\"".formatted(version));
        }

        Api.eventually(() -> {
            var versions = topics.read(Topics.PRODUCTS, product.id()).stream()
                    .map(ProductPublisherTest::version)
                    .toList();
            assertThat(versions).endsWith(21L).isSorted();
        });
    }

    @Test
    void a_change_that_comes_while_the_one_before_is_told_is_told_too() {
        QuarkusTransaction.begin();
        try {
            var first = save(Product.create(Json.freshId("P"), aLamp("1.00"), Availability.NONE, LONG_AGO));
            var read = untoldOf(first);
            var second = save(first.offeredAs(aLamp("2.00"), LONG_AGO));

            markTold(read);
            assertThat(untoldOf(second)).extracting(Untold.Row::version).containsExactly(2L);

            markTold(untoldOf(second));
            markTold(read);
            assertThat(untoldOf(second)).isEmpty();
        } finally {
            QuarkusTransaction.rollback(); // The service's own relay sees none of it.
        }
    }

    @Test
    void of_many_changes_between_two_looks_the_last_one_is_told_for_all() {
        QuarkusTransaction.begin();
        try {
            var first = save(Product.create(Json.freshId("P"), aLamp("1.00"), Availability.NONE, LONG_AGO));
            var last = save(save(first.offeredAs(aLamp("2.00"), LONG_AGO)).discontinued(LONG_AGO));

            var read = untoldOf(last);
            assertThat(read).extracting(Untold.Row::version).containsExactly(3L);

            markTold(read);
            assertThat(untoldOf(last)).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_change_that_is_committed_after_a_later_one_was_told_is_told_too() {
        var late = Product.create(Json.freshId("P"), aLamp("1.00"), Availability.NONE, LONG_AGO);
        var meanwhile = aProduct();

        QuarkusTransaction.requiringNew().run(() -> {
            save(late);
            QuarkusTransaction.suspendingExisting().run(() -> {
                Api.create(meanwhile);
                Api.eventually(() ->
                        assertThat(topics.read(Topics.PRODUCTS, meanwhile.id())).isNotEmpty());
            });
        });

        Api.eventually(
                () -> assertThat(topics.read(Topics.PRODUCTS, late.productId())).isNotEmpty());
    }

    private Product save(Product product) {
        products.lock(Set.of(product.productId()));
        products.save(List.of(product));
        return product;
    }

    private List<Untold.Row> untoldOf(Product product) {
        try (var connection = database.getConnection()) {
            return untold.read(connection, 1000).stream()
                    .filter(it -> it.event().key().equals(product.productId()))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void markTold(List<Untold.Row> rows) {
        try (var connection = database.getConnection()) {
            untold.markTold(connection, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long version(ConsumerRecord<String, byte[]> told) {
        return Json.read(Topics.text(told)).get("version").asLong();
    }

    private static ProductDetails aLamp(String price) {
        return new ProductDetails("Lamp", null, null, "HOME", Money.of(price, "USD"), 0, Map.of());
    }
}
