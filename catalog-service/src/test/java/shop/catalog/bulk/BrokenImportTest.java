package shop.catalog.bulk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class BrokenImportTest {

    private static final int AT_ONCE = 8;

    private final String importId = freshId("I");
    private final Sql sql;

    BrokenImportTest(Sql sql) {
        this.sql = sql;
    }

    @ParameterizedTest
    @EnumSource
    void an_import_that_is_cut_off_keeps_whole_blocks_and_goes_on_when_it_is_sent_again(RawImport.Form form)
            throws IOException {
        var lines = Json.lines(products(2500));

        try (var sending = new RawImport(importId, form, lines)) {
            sending.sendUpTo(0.75);
            awaitReceived(1000);
        }

        awaitState("FAILED");
        assertCounts(1000, 1000, 0);
        try (var again = new RawImport(importId, form, lines)) {
            assertThat(again.finish()).contains("202");
        }
        awaitState("COMPLETED");
        assertCounts(2500, 2500, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"WITH_LENGTH", "IN_CHUNKS"})
    void a_line_whose_end_was_not_seen_is_not_taken_though_it_could_be_read(RawImport.Form form) throws IOException {
        var whole = aProduct();
        var spaces = " ".repeat(whole.text().length());

        try (var sending = new RawImport(importId, form, whole.text() + spaces + "\n")) {
            sending.sendUpTo(0.75);
            awaitState("RUNNING");
        }

        awaitState("FAILED");
        assertCounts(0, 0, 0);
        Api.get(whole.id()).then().statusCode(404);
    }

    @Test
    void an_import_of_a_process_that_was_killed_between_two_blocks_ends_in_the_same_state() throws IOException {
        var products = products(1500);
        try (var sending = new RawImport(importId, RawImport.Form.WITH_LENGTH, Json.lines(products))) {
            sending.sendUpTo(0.9);
            awaitReceived(1000);
        }
        awaitState("FAILED");
        sql.update("UPDATE import SET state = 'RUNNING', finished_at = NULL WHERE import_id = ?", importId);

        Api.importing(importId, Json.lines(products)).then().statusCode(202);

        awaitState("COMPLETED");
        assertCounts(1500, 1500, 0);
        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("indexed")).isEqualTo(1500));
    }

    @Test
    void an_import_that_has_gone_on_in_another_process_stops_here() throws IOException {
        try (var sending = new RawImport(importId, RawImport.Form.WITH_LENGTH, Json.lines(products(2500)))) {
            sending.sendUpTo(0.5);
            awaitReceived(1000);
            sql.update("UPDATE import SET last_line = 2000, received = 2000 WHERE import_id = ?", importId);

            assertThat(sending.finish()).contains("409");
        }

        assertThat(Api.progress(importId).getString("state")).isEqualTo("RUNNING");
        assertCounts(2000, 1000, 0);
    }

    @Test
    void of_many_bad_lines_the_first_thousand_are_told_and_all_are_counted() {
        var lines = "{\"productId\":\n".repeat(2500);

        Api.importing(importId, lines).then().statusCode(202);

        assertCounts(2500, 0, 2500);
        assertThat(Api.progress(importId).getList("errors.line", Integer.class))
                .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void what_is_said_to_be_compressed_and_is_not_is_refused_as_such() {
        given().contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", importId)
                .body(aProduct().text().getBytes(UTF_8))
                .post("/api/v1/products/import")
                .then()
                .statusCode(400)
                .body("violations.field", contains("body"));

        assertThat(Api.progress(importId).getString("state")).isEqualTo("FAILED");
    }

    @Test
    void a_line_that_is_no_text_is_reported_like_any_other() {
        var good = aProduct();
        var noText = new byte[] {'\n', '{', (byte) 0xC3, '}', '\n', 0, 0, 0, 'x'};

        given().contentType("application/x-ndjson")
                .header("Idempotency-Key", importId)
                .body(joined(good.text().getBytes(UTF_8), noText))
                .post("/api/v1/products/import")
                .then()
                .statusCode(202);

        assertCounts(3, 1, 2);
        assertThat(Api.progress(importId).getList("errors.reason")).containsOnly("is not a JSON object");
    }

    @Test
    void an_import_that_was_completed_stays_so_whatever_is_sent_under_its_key() {
        Api.importing(importId, Json.lines(products(3))).then().statusCode(202);
        var finishedAt = Api.progress(importId).getString("finishedAt");

        Api.importing(importId, aProduct().text()).then().statusCode(400).body("violations.field", contains("body"));

        assertThat(Api.progress(importId).getString("state")).isEqualTo("COMPLETED");
        assertThat(Api.progress(importId).getString("finishedAt")).isEqualTo(finishedAt);
        assertCounts(3, 3, 0);
    }

    @Test
    void a_field_whose_name_cannot_be_stored_is_reported_like_any_other() {
        var wrong = aProduct().with("attributes", Map.of("k\0", "v"));

        Api.importing(importId, Json.lines(List.of(wrong, aProduct()))).then().statusCode(202);

        assertCounts(2, 1, 1);
        assertThat(Api.progress(importId).getString("errors[0].field")).contains("attributes", "k\uFFFD");
    }

    @Test
    void what_no_import_can_be_called_is_none() {
        given().get("/api/v1/imports/{importId}", "\0")
                .then()
                .statusCode(400)
                .body("violations.field", contains("importId"));
    }

    @Test
    void no_more_imports_run_at_once_than_there_is_memory_for() throws IOException {
        var running = new ArrayList<RawImport>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                var id = Json.freshId("I");
                var sending =
                        new RawImport(id, RawImport.Form.IN_CHUNKS, aProduct().text() + "\n");
                running.add(sending);
                sending.sendUpTo(0.5);
                awaitState(id, "RUNNING");
            }

            Api.importing(importId, aProduct().text())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/too-many-imports"));
        } finally {
            for (var sending : running) {
                sending.close();
            }
        }
        Api.eventually(() -> Api.importing(importId, aProduct().text()).then().statusCode(202));
    }

    private void awaitReceived(int lines) {
        Api.eventually(
                () -> assertThat(Api.progress(importId).getInt("received")).isEqualTo(lines));
    }

    private void awaitState(String state) {
        awaitState(importId, state);
    }

    private static void awaitState(String id, String state) {
        Api.eventually(() -> assertThat(Api.progress(id).getString("state")).isEqualTo(state));
    }

    private void assertCounts(int received, int created, int rejected) {
        var progress = Api.progress(importId);
        assertThat(List.of(progress.getInt("received"), progress.getInt("created"), progress.getInt("rejected")))
                .containsExactly(received, created, rejected);
    }

    private static List<Json> products(int count) {
        return IntStream.range(0, count).mapToObj(_ -> aProduct()).toList();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
