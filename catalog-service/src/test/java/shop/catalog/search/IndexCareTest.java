package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Requests;
import shop.catalog.Api;
import shop.catalog.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class IndexCareTest {

    private static final String DEAD_LETTERS = "catalog.products.v1.catalog-service.dlq";
    private static final String FIRST_INDEX = "products-v1";

    private final Topics topics;
    private final ProductIndices indices;
    private final IndexDefinition definition;
    private final IndexRebuilds rebuilds;
    private final OpenSearchConnection connection;
    private final String brand = freshId("Brand");

    IndexCareTest(
            Topics topics,
            ProductIndices indices,
            IndexDefinition definition,
            IndexRebuilds rebuilds,
            OpenSearchConnection connection) {
        this.topics = topics;
        this.indices = indices;
        this.definition = definition;
        this.rebuilds = rebuilds;
        this.connection = connection;
    }

    @BeforeEach
    void one_product_and_nobody_at_a_rebuild() {
        Api.create(aProduct().with("brand", brand)).then().statusCode(201);
        Api.eventually(this::assertFound);
        Api.eventually(
                () -> assertThat(Rebuilding.progress().getString("state")).isNotEqualTo("RUNNING"));
    }

    @Test
    void an_index_that_was_lost_is_filled_again() {
        indices.delete(indices.serving());

        awaitWhole();
    }

    @Test
    void the_index_of_the_first_release_is_rebuilt_by_one_that_says_its_version() throws IOException {
        createFirstIndex();
        indices.replace(indices.serving(), FIRST_INDEX);
        assertThat(indices.areUpToDate()).isFalse();

        awaitWhole();
        assertThat(exists(FIRST_INDEX)).isFalse();
    }

    @Test
    void what_somebody_leaves_who_is_stopped_is_begun_anew() throws IOException {
        var left = rebuilds.claim(indices.nextName(), Duration.ZERO).orElseThrow();
        indices.createBeside(left.index());
        assertThat(rebuilds.claim(indices.nextName(), Duration.ZERO)).isEmpty();

        rebuilds.release(left);

        Api.eventually(
                () -> assertThat(Rebuilding.progress().getString("index")).isNotEqualTo(left.index()));
        assertThat(rebuilds.renew(left)).isFalse();
        awaitWhole();
        assertThat(exists(left.index())).isFalse();
    }

    @Test
    void what_failed_is_not_tried_again_at_once_unless_somebody_asks() {
        var failed = rebuilds.claim(indices.nextName(), Duration.ZERO).orElseThrow();

        rebuilds.fail(failed, "the disk is full");

        assertThat(Rebuilding.progress().getString("state")).isEqualTo("FAILED");
        assertThat(Rebuilding.progress().getString("reason")).isEqualTo("the disk is full");
        assertThat(rebuilds.claim(indices.nextName(), Duration.ofMinutes(1))).isEmpty();
        Rebuilding.complete();
    }

    @Test
    void where_two_serve_by_mistake_another_takes_their_place_and_no_change_is_refused() {
        var second = indices.nextName();
        var lamp = aProduct().with("brand", brand);
        indices.createBeside(second);
        indices.replace(Set.of(), second);
        Api.create(lamp).then().statusCode(201);

        Api.eventually(() -> assertThat(Api.found("brand", brand)).hasSize(2).contains(lamp.id()));
        Rebuilding.awaitWhole(indices);
        assertThat(topics.read(DEAD_LETTERS, lamp.id())).isEmpty();
    }

    @Test
    void what_took_over_in_a_rebuild_that_failed_before_all_was_read_is_rebuilt() {
        var notWhole = indices.nextName();
        indices.createBeside(notWhole);

        indices.replace(indices.serving(), notWhole);

        Api.eventually(() -> assertThat(indices.serving()).doesNotContain(notWhole));
        awaitWhole();
    }

    private void awaitWhole() {
        Rebuilding.awaitWhole(indices);
        assertFound();
    }

    private void assertFound() {
        assertThat(Api.found("brand", brand)).hasSize(1);
    }

    private void createFirstIndex() throws IOException {
        var first = definition.filling();
        first.withObject("/mappings").remove("_meta");
        var request = Requests.builder()
                .method("PUT")
                .endpoint("/" + FIRST_INDEX)
                .json(first.toString())
                .build();
        client().generic().execute(request).close();
    }

    private boolean exists(String index) throws IOException {
        return client().indices().exists(it -> it.index(index)).value();
    }

    private OpenSearchClient client() {
        return connection.patientClient();
    }
}
