package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.mapping.DynamicMapping;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductIndicesTest {

    private final ProductIndices indices;
    private final OpenSearchConnection connection;
    private final String index = freshId("old").toLowerCase(Locale.ROOT);

    ProductIndicesTest(ProductIndices indices, OpenSearchConnection connection) {
        this.indices = indices;
        this.connection = connection;
    }

    @AfterEach
    void gone() throws IOException {
        client().indices().delete(it -> it.index(index));
    }

    @Test
    void an_index_of_before_gets_the_fields_that_it_was_made_without() throws IOException {
        client().indices()
                .create(it -> it.index(index)
                        .settings(settings -> settings.analysis(analysis -> analysis.analyzer(
                                        "words", words -> words.custom(c -> c.tokenizer("standard")))
                                .normalizer("folded", folded -> folded.custom(c -> c.filter("lowercase")))))
                        .mappings(mappings -> mappings.dynamic(DynamicMapping.False)
                                .properties("inStock", field -> field.boolean_(b -> b))));

        indices.extend(index, true);
        indices.extend(index, true);

        client().index(it -> it.index(index)
                .id("LAMP")
                .document(Map.of("soldIn", List.of("EU")))
                .refresh(Refresh.True));
        assertThat(client().count(it -> it.index(index).query(Clauses.is("soldIn", "EU")))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_field_that_is_defined_otherwise_is_taken_by_no_index_but_is_no_fault_of_an_older_one() throws IOException {
        client().indices()
                .create(it -> it.index(index)
                        .mappings(mappings -> mappings.properties("inStock", field -> field.keyword(k -> k))));

        assertThatThrownBy(() -> indices.extend(index, true)).isInstanceOf(IndexAway.class);
        assertThatCode(() -> indices.extend(index, false)).doesNotThrowAnyException();
    }

    private OpenSearchClient client() {
        return connection.patientClient();
    }
}
