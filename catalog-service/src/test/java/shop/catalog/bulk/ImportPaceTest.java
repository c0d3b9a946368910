package shop.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

@QuarkusTest
@TestProfile(ImportPaceTest.ShortLeash.class)
@WithServers(database = "catalog", openSearch = true)
class ImportPaceTest {

    private static final int LINES = 6000;

    private final String importId = freshId("I");
    private final String lines =
            Json.lines(IntStream.range(0, LINES).mapToObj(_ -> aProduct()).toList());

    @AfterEach
    void start() {
        TestServers.openSearch().start();
        Api.eventually(() -> Api.search().then().statusCode(200));
    }

    @Test
    void an_import_is_never_further_ahead_of_the_index_than_it_may_be() {
        var sending = CompletableFuture.runAsync(() -> Api.importing(importId, lines));
        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("received")).isPositive());

        while (!sending.isDone()) {
            var progress = Api.progress(importId);
            assertThat(progress.getInt("received") - progress.getInt("indexed")).isLessThanOrEqualTo(2000);
        }

        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("indexed")).isEqualTo(LINES));
    }

    @Test
    void while_opensearch_is_away_the_import_goes_on_and_all_is_indexed_when_it_returns() {
        TestServers.openSearch().kill();

        Api.importing(importId, lines).then().statusCode(202);

        assertThat(Api.progress(importId).getInt("created")).isEqualTo(LINES);
        assertThat(Api.progress(importId).getInt("indexed")).isZero();
        TestServers.openSearch().start();
        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("indexed")).isEqualTo(LINES));
    }

    /// A block of 1,000 lines is stored, and one more: then it waits.
    public static final class ShortLeash implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.import.waiting-for-index", "1000", "shop.import.index-patience", "15s");
        }
    }
}
