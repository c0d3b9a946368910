package shop.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ImportRateTest {

    private final String importId = freshId("I");
    private final String lines =
            Json.lines(IntStream.range(0, 3000).mapToObj(_ -> aProduct()).toList());

    @ParameterizedTest
    @EnumSource(names = {"WITH_LENGTH", "COMPRESSED"})
    void where_the_length_is_known_the_end_can_be_estimated_while_it_runs(RawImport.Form form) throws IOException {
        try (var sending = new RawImport(importId, form, lines)) {
            sending.sendUpTo(0.8);
            var halfway = awaitReceived(2000);

            assertThat(halfway.getLong("rate")).isPositive();
            assertThat(estimatedEnd(halfway)).isAfterOrEqualTo(startedAt(halfway));
            assertThat(sending.finish()).contains("202");
        }

        var ended = Api.progress(importId);
        assertThat(ended.getString("estimatedEnd")).isNull();
        assertThat(ended.getLong("rate")).isPositive();
    }

    @Test
    void of_a_body_without_a_length_only_the_rate_is_known() throws IOException {
        try (var sending = new RawImport(importId, RawImport.Form.IN_CHUNKS, lines)) {
            sending.sendUpTo(0.8);
            var halfway = awaitReceived(2000);

            assertThat(halfway.getLong("rate")).isPositive();
            assertThat(halfway.getString("estimatedEnd")).isNull();
        }
    }

    @Test
    void a_sender_who_says_how_many_lines_there_are_learns_when_it_ends() throws IOException {
        try (var sending = new RawImport(importId, "?lines=3000", RawImport.Form.IN_CHUNKS, lines)) {
            sending.sendUpTo(0.8);
            var halfway = awaitReceived(2000);

            assertThat(estimatedEnd(halfway)).isAfter(startedAt(halfway));
        }
    }

    @Test
    void an_import_that_is_sent_again_is_as_fast_as_it_was() {
        Api.importing(importId, lines);
        var rate = Api.progress(importId).getLong("rate");

        Api.importing(importId, lines);

        assertThat(Api.progress(importId).getLong("rate")).isEqualTo(rate);
    }

    private JsonPath awaitReceived(int lines) {
        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("received")).isEqualTo(lines));
        return Api.progress(importId);
    }

    private static Instant estimatedEnd(JsonPath progress) {
        return Instant.parse(progress.getString("estimatedEnd"));
    }

    private static Instant startedAt(JsonPath progress) {
        return Instant.parse(progress.getString("startedAt"));
    }
}
