package shop.local.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CatalogueLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalogue catalogue = new Catalogue(1);

    @Test
    void the_small_catalogue_is_how_the_large_one_begins() throws IOException {
        assertThat(text(0, 1_700)).startsWith(text(0, 601));
    }

    @Test
    void parts_of_a_catalogue_make_the_whole() throws IOException {
        assertThat(text(0, 730) + text(730, 1_300)).isEqualTo(text(0, 1_300));
    }

    @Test
    void each_line_is_one_product_in_the_form_of_the_import() throws IOException {
        var lines = text(0, 3).lines().toList();

        assertThat(lines).hasSize(3);
        var first = JSON.readTree(lines.getFirst());
        var product = catalogue.product(0);
        assertThat(first.get("productId").asText()).isEqualTo("gen1-00000000");
        assertThat(first.get("name").asText()).isEqualTo(product.name());
        assertThat(first.get("price").asText()).isEqualTo(product.price());
        assertThat(first.get("currency").asText()).isEqualTo("USD");
    }

    @Test
    void compressed_lines_are_the_same_lines() throws IOException {
        var compressed = CatalogueLines.compressed(catalogue, 0, 1_200).readAllBytes();

        var text = new String(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes(), UTF_8);
        assertThat(text).isEqualTo(text(0, 1_200));
    }

    @Test
    void no_products_are_no_lines() throws IOException {
        assertThat(text(5, 5)).isEmpty();
    }

    private String text(long first, long end) throws IOException {
        return new String(CatalogueLines.of(catalogue, first, end).readAllBytes(), UTF_8);
    }
}
