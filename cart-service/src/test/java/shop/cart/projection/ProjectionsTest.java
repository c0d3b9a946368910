package shop.cart.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aMember;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.fresh;
import static shop.cart.Given.wanted;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.RedisServer;
import shop.cart.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class ProjectionsTest {

    private static final String REBUILD = "/projections/rebuild";

    @Inject
    RebuildProjections rebuild;

    @Inject
    Marks marks;

    private final String customer = aCustomer();

    @Test
    void an_emptied_redis_is_filled_again_without_any_new_event_and_no_product_is_denied_meanwhile() {
        var book = aProduct("Book").with(7).told();
        var member = aMember();
        var statuses = new HashSet<Integer>();

        RedisServer.empty();
        await().atMost(Given.SOON).until(() -> {
            statuses.add(put(book).status());
            return statuses.contains(200);
        });

        assertThat(statuses).isSubsetOf(Set.of(200, 503));
        Given.wholeViews();
        assertThat(RedisServer.field("product:" + book, "available")).isEqualTo("7");
        assertThat(RedisServer.field("customer:" + member, "membership")).isEqualTo("MEMBER");
        assertThat(put(fresh("nothing")).status()).isEqualTo(422);
    }

    @Test
    void what_is_not_found_before_the_views_are_whole_may_well_exist() {
        Given.wholeViews();
        RedisServer.delete(Marks.WHOLE);

        var reply = put(fresh("unread"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
    }

    @Test
    void a_rebuild_on_request_mends_what_is_damaged_and_leaves_what_is_newer() {
        var damaged = aProduct("Damaged").with(7).told();
        var newer = aProduct("Newer").with(7).told();
        RedisServer.setField("product:" + damaged, "available", "0");
        RedisServer.setField("product:" + newer, "available", "1");
        RedisServer.setField("product:" + newer, "available-version", "2");

        var asked = Instant.now();
        var reply = Http.post(REBUILD, null);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location").orElseThrow()).endsWith("/api/v1" + REBUILD);
        assertThat(reply.text("state")).isEqualTo("RUNNING");
        awaitCompletionSince(asked);
        assertThat(RedisServer.field("product:" + damaged, "available")).isEqualTo("7");
        assertThat(RedisServer.field("product:" + newer, "available")).isEqualTo("1");
    }

    @Test
    void a_rebuild_says_what_it_read_and_passes_over_what_cannot_be_read() {
        var before = aProduct("Before");
        before.tellCatalog();
        Topics.tellBytes("catalog.products.v1", before.id(), "ProductChanged", "bad".getBytes(UTF_8));
        var after = aProduct("After").told();
        RedisServer.delete("product:" + after);

        var asked = Instant.now();
        Http.post(REBUILD, null);

        awaitCompletionSince(asked);
        var status = Http.get(REBUILD).body();
        assertThat(status.path("skipped").asInt()).isPositive();
        assertThat(status.path("read").asInt()).isGreaterThan(3);
        assertThat(status.at("/topics/catalog.products.v1/skipped").asInt()).isPositive();
        assertThat(RedisServer.field("product:" + after, "product-version")).isEqualTo("1");
    }

    @Test
    void a_forgotten_customer_stays_forgotten() {
        var member = aMember();
        Topics.tellBytes("order.customers.v1", member, null, null);
        await().atMost(Given.SOON).until(() -> RedisServer.field("customer:" + member, "membership") == null);

        rebuild.run();

        assertThat(RedisServer.field("customer:" + member, "membership")).isNull();
    }

    @Test
    void two_rebuilds_at_once_are_as_good_as_one() {
        var book = aProduct("Book").with(7);
        book.told();
        var id = book.next().with(3).told();
        RedisServer.empty();

        Http.atOnce(2, () -> {
            rebuild.run();
            return true;
        });

        assertThat(RedisServer.field("product:" + id, "available")).isEqualTo("3");
        assertThat(RedisServer.field("product:" + id, "product-version")).isEqualTo("2");
        assertThat(RedisServer.exists(Marks.WHOLE)).isTrue();
    }

    @Test
    void a_rebuild_during_which_redis_is_emptied_does_not_claim_to_be_complete() {
        marks.begin("mine");

        RedisServer.delete(Marks.RUN + "mine");

        assertThat(marks.complete("mine", Instant.EPOCH)).isFalse();
    }

    private Reply put(String productId) {
        return Http.post("/carts/" + customer + "/items", wanted(productId, 1));
    }

    private static void awaitCompletionSince(Instant asked) {
        await().atMost(Given.SOON).until(() -> {
            var last = Http.get(REBUILD);
            return last.text("state").equals("COMPLETED")
                    && !Instant.parse(last.text("startedAt")).isBefore(asked);
        });
    }
}
