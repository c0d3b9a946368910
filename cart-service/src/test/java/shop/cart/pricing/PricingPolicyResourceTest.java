package shop.cart.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.cart.Http;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class PricingPolicyResourceTest {

    private static final String PATH = "/pricing/policy";
    private static final String REGULAR = "{\"strategies\":[{\"type\":\"REGULAR\"}],\"combine\":\"BEST\"}";
    private static final String BULK =
            "{\"strategies\":[{\"type\":\"REGULAR\"},{\"type\":\"BULK\"}],\"combine\":\"BEST\"}";

    @Inject
    PricingPolicies policies;

    @AfterEach
    void regular_again() {
        put(REGULAR);
    }

    @Test
    void the_policy_is_changed_while_running_and_counts_at_once() {
        var customer = aCustomer();
        inCart(customer, aProduct("T-Shirt").at("19.99").told(), 5);

        var changed = put(BULK);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(Http.get(PATH).header("ETag"));
        assertThat(changed.body().at("/strategies/1/minQuantity").asInt()).isEqualTo(5);
        assertThat(changed.body().at("/strategies/1/percent").asInt()).isEqualTo(10);
        var quote = Http.get("/carts/" + customer).body().path("quote");
        assertThat(quote.path("total").asText()).isEqualTo("89.96");
        assertThat(quote.path("discount").asText()).isEqualTo("9.99");
        assertThat(quote.at("/explanation/0/rule").asText()).isEqualTo("BULK");
        assertThat(quote.at("/explanation/0/amount").asText()).isEqualTo("9.99");
    }

    @Test
    void a_policy_that_another_replica_changed_counts_soon() {
        var customer = aCustomer();
        inCart(customer, aProduct("T-Shirt").at("19.99").told(), 5);

        var newest = policies.newest().version();
        policies.addAfter(newest, new PricingPolicy(List.of(BulkPricing.of(5, null)), Combine.BEST));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Http.get("/carts/" + customer)
                                .body()
                                .at("/quote/total")
                                .asText())
                        .isEqualTo("89.96"));
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        var seen = Http.get(PATH).header("ETag").orElseThrow();
        put(BULK);

        var stale = Http.put(PATH, REGULAR, "If-Match", seen);
        var blind = Http.put(PATH, REGULAR);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(Http.get(PATH).body().path("strategies")).hasSize(2);
    }

    @Test
    void of_many_who_change_the_same_policy_one_succeeds() {
        var seen = Http.get(PATH).header("ETag").orElseThrow();

        var replies =
                Http.atOnce(8, () -> Http.put(PATH, BULK, "If-Match", seen).status());

        assertThat(replies).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void the_history_has_them_all_newest_first() {
        put(BULK);
        put(REGULAR);

        var first = Http.get(PATH + "/history?limit=1");
        var second = Http.get(PATH + "/history?limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.body().at("/items/0/strategies")).hasSize(1);
        assertThat(second.body().at("/items/0/strategies")).hasSize(2);
        assertThat(second.body().at("/items/0/version").asLong())
                .isEqualTo(first.body().at("/items/0/version").asLong() - 1);
        assertThat(second.body().at("/items/0/since").asText()).endsWith("Z");
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        var unknown = put("{\"strategies\":[{\"type\":\"MAGIC\"}],\"combine\":\"BEST\"}");
        var none = put("{\"strategies\":[],\"combine\":\"BEST\"}");
        var tooMuch = put("{\"strategies\":[{\"type\":\"MEMBERSHIP\",\"percent\":101}],\"combine\":\"STACK\"}");
        var noCombine = put("{\"strategies\":[{\"type\":\"REGULAR\"}]}");
        var badCombine = put("{\"strategies\":[{\"type\":\"REGULAR\"}],\"combine\":\"WORST\"}");

        assertThat(List.of(unknown, none, tooMuch, noCombine, badCombine))
                .allSatisfy(it -> assertThat(it.status()).isEqualTo(400));
        assertThat(unknown.response().body()).contains("strategies[0]");
        assertThat(badCombine.response().body()).contains("combine");
        assertThat(tooMuch.body().at("/violations/0/field").asText()).isEqualTo("strategies[0].percent");
        assertThat(noCombine.body().at("/violations/0/field").asText()).isEqualTo("combine");
    }

    private static Http.Reply put(String policy) {
        return Http.put(PATH, policy, "If-Match", Http.get(PATH).header("ETag").orElseThrow());
    }
}
