package shop.cart.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.fresh;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.RedisServer;
import shop.cart.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class ProductConsumerTest {

    private static final String PRODUCTS = "catalog.products.v1";

    @Test
    void stock_may_come_before_the_product() {
        var product = aProduct("Book").with(7);

        product.tellStock();
        Topics.flush();
        var id = product.told();

        assertThat(RedisServer.field("product:" + id, "available")).isEqualTo("7");
        assertThat(RedisServer.field("product:" + id, "product")).contains("\"name\":\"Book\"");
    }

    @Test
    void what_is_older_or_comes_again_changes_nothing() {
        var old = aProduct("Old").with(1);
        var current = old.next().at("12.00").with(2);
        var id = current.told();

        old.tellCatalog();
        old.tellStock();
        current.tellCatalog();
        current.tellStock();
        new Given.AProduct(id, "Last", "13.00", "USD", "ACTIVE", 3, 9).told();

        assertThat(RedisServer.field("product:" + id, "available")).isEqualTo("3");
        assertThat(RedisServer.field("product:" + id, "product")).contains("13.00");
    }

    @Test
    void an_older_product_never_replaces_a_newer_one() {
        var old = aProduct("Old").with(1);
        var id = old.next().with(2).told();

        old.tellCatalog();
        old.tellStock();
        var marker = sameKeyMarker(id);

        await().atMost(Given.SOON).until(() -> hasDeadLetter(PRODUCTS, id, marker));
        await().atMost(Given.SOON).until(() -> hasDeadLetter("inventory.stock.v1", id, marker));
        assertThat(RedisServer.field("product:" + id, "available")).isEqualTo("2");
        assertThat(RedisServer.field("product:" + id, "product-version")).isEqualTo("2");
    }

    @Test
    void types_that_it_does_not_know_are_passed_over() {
        var product = aProduct("Book");

        Topics.tell(PRODUCTS, product.id(), "ProductPraised", Map.of("productId", product.id()));
        Topics.tellBytes(PRODUCTS, product.id(), null, "whatever".getBytes(UTF_8));
        product.told();

        assertThat(Topics.recordsOf(PRODUCTS + ".cart-service.dlq", product.id()))
                .isEmpty();
    }

    @Test
    void what_cannot_be_read_is_left_aside_and_the_others_are_kept() {
        var before = aProduct("Before");
        var bad = fresh("bad");
        var after = aProduct("After");

        before.tellCatalog();
        Topics.tellBytes(PRODUCTS, bad, "ProductChanged", "{\"productId\":\"x\",\"version\":".getBytes(UTF_8));
        Topics.tell(PRODUCTS, bad, "ProductChanged", Map.of("productId", bad, "version", 1, "price", "cheap"));
        after.told();
        before.told();

        await().atMost(Given.SOON)
                .untilAsserted(() -> assertThat(Topics.recordsOf(PRODUCTS + ".cart-service.dlq", bad))
                        .hasSize(2)
                        .allSatisfy(it -> assertThat(Topics.header(it, "dead-letter-reason"))
                                .isNotBlank()));
    }

    @Test
    void what_redis_refuses_is_left_aside_and_the_others_are_kept() {
        var refused = aProduct("Refused");
        var after = aProduct("After");
        RedisServer.setText("product:" + refused.id(), "not a hash");

        refused.tellCatalog();
        after.told();

        await().atMost(Given.SOON)
                .untilAsserted(() -> assertThat(Topics.recordsOf(PRODUCTS + ".cart-service.dlq", refused.id()))
                        .singleElement()
                        .satisfies(it -> assertThat(Topics.header(it, "dead-letter-reason"))
                                .contains("WRONGTYPE")));
    }

    /// Sent after other records of the same key; when it is a dead letter, they were worked off.
    private static String sameKeyMarker(String id) {
        Topics.tellBytes(PRODUCTS, id, "ProductChanged", "marker".getBytes(UTF_8));
        Topics.tellBytes("inventory.stock.v1", id, "StockChanged", "marker".getBytes(UTF_8));
        return "marker";
    }

    private static boolean hasDeadLetter(String topic, String id, String value) {
        return Topics.recordsOf(topic + ".cart-service.dlq", id).stream()
                .anyMatch(it -> new String(it.value(), UTF_8).equals(value));
    }
}
