package shop.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.groups.Default;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import shop.catalog.product.ProductBody;
import shop.local.catalogue.Catalogue;
import shop.local.catalogue.CatalogueLines;

class GeneratedCatalogueTest {

    private static final int PRODUCTS = 20_000;

    @Test
    void every_line_of_a_generated_catalogue_keeps_the_rules_of_the_import() throws IOException {
        var json = new ObjectMapper();
        try (var factory = Validation.buildDefaultValidatorFactory();
                var lines = new BufferedReader(new InputStreamReader(
                        CatalogueLines.of(new Catalogue(1), 0, PRODUCTS), StandardCharsets.UTF_8))) {
            var validator = factory.getValidator();
            for (var line : lines.lines().toList()) {
                var body = json.readValue(line, ProductBody.class);
                assertThat(validator.validate(body, Default.class, ProductBody.Imported.class))
                        .as(line)
                        .isEmpty();
            }
        }
    }
}
