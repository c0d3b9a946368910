package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.catalog.Json.aProduct;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.catalog.Api;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;

/// What the database itself refuses, whatever the code above it does.
@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class DatabaseGuardsTest {

    private final Sql sql;
    private final Products products;

    DatabaseGuardsTest(Sql sql, Products products) {
        this.sql = sql;
        this.products = products;
    }

    @Test
    void a_version_is_written_only_over_the_one_before_it() {
        var created = aProduct();
        Api.create(created);
        var product = products.find(created.id()).orElseThrow();
        var next = product.discontinued(Instant.EPOCH);

        products.save(List.of(next));

        assertThatThrownBy(() -> products.save(List.of(next))).hasMessageContaining("without the lock");
        assertThatThrownBy(() -> products.save(List.of(product))).hasMessageContaining("without the lock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 0",
                "status = 'GONE'",
                "category = 'TOYS'",
                "price = -0.01",
                "popularity = -1",
                "rating_sum = 6, review_count = 1",
                "rating_sum = 0, review_count = 1"
            })
    void a_product_cannot_become(String nonsense) {
        var product = aProduct();
        Api.create(product);

        assertThatThrownBy(() ->
                        sql.update("UPDATE product SET %s WHERE product_id = ?".formatted(nonsense), product.id()))
                .hasMessageContaining("constraint");
    }
}
