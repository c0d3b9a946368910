package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.catalog.Json;

class ProductEventContractTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void the_contracts_example_reads_as_a_document() throws Exception {
        var example = Json.example("catalog.products.v1/ProductChanged")
                .with("aFieldOfTheFuture", 1)
                .text();

        var document = json.readValue(example, ProductDocument.class);

        assertThat(document)
                .isEqualTo(new ProductDocument(
                        "LAPTOP",
                        3,
                        "ACTIVE",
                        "Laptop",
                        "14\" and light",
                        "Acme",
                        "ELECTRONICS",
                        "999.99",
                        "USD",
                        120,
                        Map.of("colour", "silver"),
                        new BigDecimal("4.5"),
                        2,
                        true,
                        List.of("EU"),
                        List.of("EU", "US"),
                        Instant.parse("2026-11-27T10:15:30Z"),
                        Instant.parse("2026-11-27T10:15:30Z")));
        assertThat(document.priceUnits()).isEqualTo(9_999_900);
    }
}
