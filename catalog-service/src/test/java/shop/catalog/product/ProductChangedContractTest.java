package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.contracts.Money;

class ProductChangedContractTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30.123456Z");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<Product> products() {
        var bare = new ProductDetails("Lamp", null, null, "HOME", Money.of("0", "JPY"), 0, Map.of());
        var full = new ProductDetails(
                "Lamp, \"Élan\"", "14\" & light", "Acme", "HOME", Money.of("19.99", "USD"), 7, Map.of("colour", "red"));
        var created = Product.create("LAMP", full, new Availability(true, List.of("US", "EU")), NOW);
        return Stream.of(
                created,
                Product.create("LAMP", bare, Availability.NONE, NOW),
                created.discontinued(NOW),
                created.available(new Availability(true, List.of("EU"), List.of("US")), NOW),
                new Product("LAMP", 9, ProductStatus.ACTIVE, full, Availability.NONE, new Rating(13, 3), NOW, NOW));
    }

    @ParameterizedTest
    @MethodSource("products")
    void every_product_is_told_as_the_contract_says(Product product) throws IOException {
        var event = json.writeValueAsString(ProductSnapshot.of(product));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(), InputFormat.JSON)
                        .validate(event, InputFormat.JSON))
                .isEmpty();
    }

    private static String schema() throws IOException {
        var name = "/contracts/catalog.products.v1/ProductChanged.schema.json";
        try (var file = ProductChangedContractTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
