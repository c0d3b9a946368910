package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProductChanged;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.catalog.Topics;
import shop.catalog.Topics.Sent;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductIndexerTest {

    private static final String DEAD_LETTERS = "catalog.products.v1.catalog-service.dlq";

    private final Topics topics;
    private final String brand = freshId("Brand");

    ProductIndexerTest(Topics topics) {
        this.topics = topics;
    }

    @Test
    void of_versions_out_of_order_the_newest_stays() {
        var id = freshId("P");

        topics.sendTogether(Topics.PRODUCTS, List.of(named(id, 7, "newest"), named(id, 6, "older")));
        topics.sendTogether(Topics.PRODUCTS, List.of(named(id, 5, "oldest"), last()));

        awaitLast();
        assertThat(Api.search("brand", brand, "q", "oldest").jsonPath().getInt("total"))
                .isZero();
        assertThat(Api.search("brand", brand, "q", "newest").jsonPath().getInt("total"))
                .isOne();
    }

    @Test
    void what_is_delivered_twice_is_there_once() {
        var event = named(freshId("P"), 1, "twice");

        topics.sendTogether(Topics.PRODUCTS, List.of(event, event));
        topics.sendTogether(Topics.PRODUCTS, List.of(event, last()));

        awaitLast();
        assertThat(Api.search("brand", brand, "q", "twice").jsonPath().getInt("total"))
                .isOne();
    }

    @Test
    void a_late_version_does_not_bring_a_discontinued_product_back() {
        var id = freshId("P");
        var discontinued = ours(id, 9).with("status", "DISCONTINUED");

        topics.sendTogether(
                Topics.PRODUCTS,
                List.of(new Sent(id, "ProductChanged", discontinued.text()), named(id, 8, "late"), last()));

        awaitLast();
        assertThat(Api.found("brand", brand, "q", "late")).isEmpty();
    }

    @Test
    void bad_records_in_the_middle_go_to_the_dead_letters_and_the_others_are_indexed() {
        var unreadable = freshId("bad-json");
        var incomplete = freshId("no-price");
        var refused = freshId("refused");
        var first = freshId("P");

        topics.sendTogether(
                Topics.PRODUCTS,
                List.of(
                        named(first, 1, "before"),
                        new Sent(unreadable, "ProductChanged", "{\"productId\":"),
                        new Sent(
                                incomplete,
                                "ProductChanged",
                                ours(incomplete, 1).without("price").text()),
                        new Sent(freshId("future"), "ProductPraised", "{}"),
                        new Sent(
                                refused,
                                "ProductChanged",
                                ours(refused, 1)
                                        .with("category", "x".repeat(40_000))
                                        .text()),
                        last()));

        awaitLast();
        assertThat(Api.found("brand", brand, "q", "before")).containsExactly(first);
        assertDeadLetter(unreadable, "Unexpected end");
        assertDeadLetter(incomplete, "price is missing");
        assertDeadLetter(refused, "category");
        assertThat(Api.found("brand", brand)).doesNotContain(refused, incomplete);
    }

    private void assertDeadLetter(String key, String cause) {
        Api.eventually(() -> assertThat(topics.read(DEAD_LETTERS, key))
                .singleElement()
                .satisfies(it ->
                        assertThat(Topics.header(it, "dead-letter-reason")).contains(cause)));
    }

    private Json ours(String id, long version) {
        return aProductChanged(id, version).with("brand", brand);
    }

    private Sent named(String id, long version, String name) {
        return new Sent(
                id, "ProductChanged", ours(id, version).with("name", name).text());
    }

    /// When this is found, everything before it has been worked off.
    private Sent last() {
        return named(freshId("P"), 1, "the-very-last");
    }

    private void awaitLast() {
        Api.eventually(() ->
                assertThat(Api.found("brand", brand, "q", "the-very-last")).hasSize(1));
    }
}
