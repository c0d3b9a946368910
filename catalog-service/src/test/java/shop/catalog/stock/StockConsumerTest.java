package shop.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.aStockChanged;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Locks;
import shop.catalog.Topics;
import shop.catalog.Topics.Sent;
import shop.catalog.product.Availability;
import shop.catalog.product.ProductDetails;
import shop.catalog.product.Products;
import shop.catalog.product.StockView;
import shop.contracts.Money;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class StockConsumerTest {

    private static final String DEAD_LETTERS = "inventory.stock.v1.catalog-service.dlq";

    private static final ProductDetails A_LAMP =
            new ProductDetails("Lamp", null, null, "HOME", Money.of("1.00", "USD"), 0, new TreeMap<>());

    private final Topics topics;
    private final TakeStock takeStock;
    private final Products products;
    private final Locks locks;

    StockConsumerTest(Topics topics, TakeStock takeStock, Products products, Locks locks) {
        this.topics = topics;
        this.takeStock = takeStock;
        this.products = products;
        this.locks = locks;
    }

    @Test
    void a_flip_is_a_change_of_the_product_and_told() {
        var id = created();

        send(stock(id, 1, 4));

        Api.eventually(() -> Api.get(id)
                .then()
                .header("ETag", "\"2\"")
                .body("inStock", equalTo(true))
                .body("inStockRegions", contains("EU")));
        Api.eventually(() -> assertThat(lastTold(id)).contains("\"version\":2").contains("\"inStock\":true"));
    }

    @Test
    void numbers_that_flip_nothing_change_nothing() {
        var id = created();

        send(stock(id, 1, 4), stock(id, 2, 3));
        send(stock(id, 3, 2));

        awaitLast();
        Api.get(id).then().header("ETag", "\"2\"").body("inStock", equalTo(true));
    }

    @Test
    void what_is_delivered_twice_or_late_changes_nothing() {
        var id = created();

        send(stock(id, 5, 4), stock(id, 5, 4));
        awaitLast();
        send(stock(id, 4, 0));
        awaitLast();
        send(stock(id, 5, 0));

        awaitLast();
        Api.get(id).then().header("ETag", "\"2\"").body("inStock", equalTo(true));
    }

    @Test
    void another_region_is_a_change_too() {
        var id = created();
        send(stock(id, 1, 4));
        Api.eventually(() -> Api.get(id).then().header("ETag", "\"2\""));

        send(new Sent(
                id,
                "StockChanged",
                aStockChanged(id, 2, 5)
                        .with("regions", Map.of("US", 1, "EU", 4, "APAC", 0))
                        .text()));

        Api.eventually(() -> Api.get(id).then().header("ETag", "\"3\"").body("inStockRegions", contains("EU", "US")));
    }

    @Test
    void out_of_stock_and_back_in_stock_are_two_changes() {
        var id = created();
        send(stock(id, 1, 4));
        awaitLast();

        send(stock(id, 2, 0));
        Api.eventually(() -> Api.get(id)
                .then()
                .header("ETag", "\"3\"")
                .body("inStock", equalTo(false))
                .body("inStockRegions", empty()));

        send(stock(id, 3, 1));
        Api.eventually(() -> Api.get(id).then().header("ETag", "\"4\"").body("inStock", equalTo(true)));
    }

    @Test
    void a_restriction_is_a_change_of_the_product_and_so_is_its_lifting() {
        var id = created();
        send(stock(id, 1, 4));
        awaitLast();

        send(new Sent(
                id,
                "StockChanged",
                aStockChanged(id, 2, 4).with("soldIn", List.of("US", "ASIA")).text()));
        Api.eventually(() -> Api.get(id).then().header("ETag", "\"3\"").body("soldIn", contains("ASIA", "US")));
        Api.eventually(() -> assertThat(lastTold(id)).contains("\"soldIn\":[\"ASIA\",\"US\"]"));

        send(stock(id, 3, 4));
        Api.eventually(() -> Api.get(id).then().header("ETag", "\"4\"").body("soldIn", nullValue()));
        Api.eventually(() -> assertThat(lastTold(id)).contains("\"version\":4").doesNotContain("soldIn"));
    }

    @Test
    void a_restriction_that_is_said_of_a_product_before_it_is_known_waits_for_it() {
        var product = aProduct();
        send(new Sent(
                product.id(),
                "StockChanged",
                aStockChanged(product.id(), 1, 4).with("soldIn", List.of("US")).text()));
        awaitLast();

        Api.create(product).then().statusCode(201).body("soldIn", contains("US"));
    }

    @Test
    void what_is_said_of_a_product_before_it_is_known_waits_for_it() {
        var product = aProduct();
        send(stock(product.id(), 1, 4));
        awaitLast();

        Api.create(product).then().statusCode(201).body("inStock", equalTo(true));

        var imported = aProduct();
        send(stock(imported.id(), 1, 4));
        awaitLast();
        Api.importing(freshId("I"), imported.text());
        Api.get(imported.id()).then().body("inStock", equalTo(true)).header("ETag", "\"1\"");
    }

    @Test
    void stock_that_comes_while_its_product_is_created_waits_and_is_taken() {
        var id = freshId("P");
        takeStock.take(List.of(new StockView(id, 1, Availability.NONE)));
        var inStock = new StockView(id, 2, new Availability(true, List.of("EU")));

        var taking = locks.commitWhileWaiting(
                id, locked -> products.save(List.of(locked.offer(id, A_LAMP))), () -> takeStock.take(List.of(inStock)));

        assertThat(taking).succeedsWithin(Duration.ofSeconds(30));
        Api.get(id).then().body("inStock", equalTo(true)).header("ETag", "\"2\"");
    }

    @Test
    void stock_and_product_that_come_at_the_same_moment_do_not_miss_each_other() throws Exception {
        for (int round = 0; round < 20; round++) {
            var product = aProduct();
            var view = new StockView(product.id(), 1, new Availability(true, List.of("EU")));

            atOnce(() -> Api.create(product), () -> takeStock.take(List.of(view)));

            Api.get(product.id()).then().statusCode(200).body("inStock", equalTo(true));
        }
    }

    @Test
    void bad_records_in_the_middle_go_to_the_dead_letters_and_the_others_are_taken() {
        var before = created();
        var after = created();
        var unreadable = freshId("bad-json");
        var refused = freshId("refused");

        send(
                stock(before, 1, 4),
                new Sent(unreadable, "StockChanged", "{\"productId\":"),
                new Sent(freshId("future"), "StockCounted", "{}"),
                new Sent(
                        refused,
                        "StockChanged",
                        aStockChanged(refused, 1, 1)
                                .with("regions", Map.of("E\u0000U", 1))
                                .text()),
                stock(after, 1, 4));

        Api.eventually(() -> Api.get(before).then().body("inStock", equalTo(true)));
        Api.eventually(() -> Api.get(after).then().body("inStock", equalTo(true)));
        assertDeadLetter(unreadable, "Unexpected end");
        assertDeadLetter(refused, "\\u0000");
    }

    private void assertDeadLetter(String key, String cause) {
        Api.eventually(() -> assertThat(topics.read(DEAD_LETTERS, key))
                .singleElement()
                .satisfies(it ->
                        assertThat(Topics.header(it, "dead-letter-reason")).contains(cause)));
    }

    private void send(Sent... events) {
        topics.sendTogether(Topics.STOCK, List.of(events));
    }

    /// Returns when everything that was sent before has been worked off.
    private void awaitLast() {
        var id = created();
        send(stock(id, 1, 1));
        Api.eventually(() -> Api.get(id).then().body("inStock", equalTo(true)));
    }

    private String lastTold(String id) {
        return Topics.text(topics.read(Topics.PRODUCTS, id).getLast());
    }

    private static String created() {
        var product = aProduct();
        Api.create(product).then().statusCode(201);
        return product.id();
    }

    private static Sent stock(String id, long version, int available) {
        return new Sent(
                id, "StockChanged", aStockChanged(id, version, available).text());
    }

    private static void atOnce(Runnable... calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(calls.length)) {
            var running = IntStream.range(0, calls.length)
                    .mapToObj(it -> pool.submit(() -> {
                        start.await();
                        calls[it].run();
                        return it;
                    }))
                    .toList();
            start.countDown();
            for (var it : running) {
                it.get();
            }
        }
    }
}
