package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.catalog.Json.aProduct;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.catalog.Api;
import shop.catalog.database.Sql;
import shop.local.test.WithServers;

/// What the database itself refuses, whatever the code above it does.
@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class DatabaseGuardsTest {

    private final Sql sql;

    DatabaseGuardsTest(Sql sql) {
        this.sql = sql;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 0, told_version = 0",
                "told_version = version + 1",
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
