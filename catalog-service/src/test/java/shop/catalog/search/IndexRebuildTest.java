package shop.catalog.search;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class IndexRebuildTest {

    private final ProductIndices indices;
    private final OpenSearchConnection connection;
    private final Freeze freeze;
    private final String brand = freshId("Brand");

    IndexRebuildTest(ProductIndices indices, OpenSearchConnection connection, Freeze freeze) {
        this.indices = indices;
        this.connection = connection;
        this.freeze = freeze;
    }

    @Test
    void a_rebuilt_index_has_every_product_once_in_its_latest_state_and_the_old_one_is_gone() throws IOException {
        var lamp = create(ours());
        var changed = create(ours());
        var gone = create(ours());
        Api.put(changed.with("name", "Chandelier"), "*").then().statusCode(200);
        Api.delete(gone.id(), "*").then().statusCode(204);

        var index = Rebuilding.begin();

        Rebuilding.awaitCompleted(index);
        assertThat(indices.serving()).containsExactly(index);
        assertThat(allIndices()).containsExactly(index);
        assertThat(Api.found("brand", brand)).containsExactlyInAnyOrder(lamp.id(), changed.id());
        assertThat(Api.found("brand", brand, "q", "chandelier")).containsExactly(changed.id());
        assertThat(documents()).isEqualTo(3); // The discontinued one fends off what comes late.
    }

    @Test
    void its_progress_can_be_read() {
        create(ours());

        Rebuilding.complete();

        var progress = Rebuilding.progress();
        assertThat(progress.getLong("read")).isPositive().isEqualTo(progress.getLong("toRead"));
        assertThat(Instant.parse(progress.getString("startedAt")))
                .isBeforeOrEqualTo(Instant.parse(progress.getString("finishedAt")));
    }

    @Test
    void while_one_runs_there_is_no_other() throws InterruptedException {
        try (var hold = freeze.next()) {
            var index = Rebuilding.begin();
            hold.await();

            Rebuilding.post()
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/rebuild-running"))
                    .header("Retry-After", notNullValue());
            assertThat(Rebuilding.progress().getString("state")).isEqualTo("RUNNING");
            assertThat(Rebuilding.progress().getString("index")).isEqualTo(index);
        }
    }

    @Test
    void the_answer_says_where_to_look() {
        Api.eventually(() ->
                Rebuilding.post().then().statusCode(202).header("Location", endsWith("/api/v1/search/index/rebuild")));
    }

    @Test
    void what_only_the_old_index_was_told_is_in_the_new_one() throws InterruptedException {
        var changed = create(ours());
        Json created;
        try (var hold = freeze.next()) {
            Rebuilding.begin();
            hold.await();
            created = create(ours());
            Api.put(changed.with("name", "Chandelier"), "*").then().statusCode(200);
            Api.eventually(() ->
                    assertThat(Api.found("brand", brand, "q", "chandelier")).containsExactly(changed.id()));
        }

        awaitCompleted();
        assertThat(Api.found("brand", brand)).containsExactlyInAnyOrder(changed.id(), created.id());
        assertThat(Api.found("brand", brand, "q", "chandelier")).containsExactly(changed.id());
    }

    @Test
    void searches_never_fail_and_no_update_is_lost_while_indexes_take_each_others_place() {
        var products = Stream.generate(this::ours).limit(10).toList();
        products.forEach(this::create);
        awaitFound(products.size());
        var rebuilt = new AtomicBoolean();
        var price = new AtomicInteger();

        var updates = runAsync(() -> {
            while (!rebuilt.get()) {
                var next = price.incrementAndGet();
                products.forEach(it ->
                        Api.put(it.with("price", next + ".00"), "*").then().statusCode(200));
            }
        });
        var searches = runAsync(() -> {
            while (!rebuilt.get()) {
                assertThat(Api.found("brand", brand)).hasSize(products.size());
            }
        });
        try {
            Rebuilding.complete();
            Rebuilding.complete();
            Rebuilding.complete();
        } finally {
            rebuilt.set(true);
        }

        searches.join();
        updates.join();
        Api.eventually(() -> assertThat(Api.found("brand", brand, "minPrice", price, "maxPrice", price))
                .hasSize(products.size()));
        assertThat(documents()).isEqualTo(products.size());
    }

    @Test
    void a_thousand_changes_of_category_meanwhile_leave_one_document_each() throws InterruptedException {
        var products = Stream.generate(this::ours).limit(1000).toList();
        importing(products);
        awaitFound(products.size());
        products.forEach(it -> it.with("category", "BOOKS"));

        try (var hold = freeze.next()) {
            Rebuilding.begin();
            importing(products.subList(0, 300));
            hold.await();
            importing(products.subList(300, 600));
            Api.eventually(() -> assertThat(total("BOOKS")).isEqualTo(600));
        }
        importing(products.subList(600, 1000));

        awaitCompleted();
        Api.eventually(() -> assertThat(total("BOOKS")).isEqualTo(1000));
        assertThat(total("HOME")).isZero();
        assertThat(documents()).isEqualTo(1000);
    }

    private void importing(List<Json> products) {
        Api.importing(freshId("I"), Json.lines(products)).then().statusCode(202);
    }

    private int total(String category) {
        return Api.search("brand", brand, "category", category).jsonPath().getInt("total");
    }

    private Json ours() {
        return aProduct().with("brand", brand);
    }

    private Json create(Json product) {
        Api.create(product).then().statusCode(201);
        return product;
    }

    private void awaitFound(int count) {
        Api.eventually(() -> assertThat(Api.search("brand", brand).jsonPath().getInt("total"))
                .isEqualTo(count));
    }

    private static void awaitCompleted() {
        Rebuilding.awaitCompleted(Rebuilding.progress().getString("index"));
    }

    /// Of our brand, discontinued ones too.
    private long documents() {
        return OpenSearchCall.answerOf(() -> connection
                .client()
                .count(it -> it.index(ProductIndex.ALIAS).query(Clauses.is("brand", brand)))
                .count());
    }

    private List<String> allIndices() throws IOException {
        return List.copyOf(connection
                .client()
                .indices()
                .getAlias(it -> it.index("products-v*"))
                .result()
                .keySet());
    }
}
