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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.cart.Http;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class PricingPolicyResourceTest {

    private static final String PATH = "/pricing/policy";
    private static final String USER = "X-Forwarded-User";
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
        policies.addAfter(newest, new PricingPolicy(List.of(BulkPricing.of(5, null)), Combine.BEST), "bob");

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
        assertThat(unknown.body().at("/violations/0/field").asText()).isEqualTo("strategies[0].type");
        assertThat(badCombine.response().body()).contains("combine");
        assertThat(tooMuch.body().at("/violations/0/field").asText()).isEqualTo("strategies[0].percent");
        assertThat(noCombine.body().at("/violations/0/field").asText()).isEqualTo("combine");
    }

    @Test
    void a_strategy_that_makes_no_sense_is_refused_by_the_name_of_its_field() {
        var wrong = Map.ofEntries(
                Map.entry("{}", "type"),
                Map.entry("{'type':'SEASONAL','percent':10}", "from"),
                Map.entry(season("2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z"), "until"),
                Map.entry(season("2026-12-02T00:00:00Z", "2026-12-01T00:00:00Z"), "until"),
                Map.entry("{'type':'SEASONAL','from':'tomorrow','percent':10}", "from"),
                Map.entry("{'type':'SEASONAL','from':'2026-12-01T00:00:00Z'}", "percent"),
                Map.entry("{'type':'SEASONAL','from':'2026-12-01T00:00:00Z','percent':1,'category':''}", "category"),
                Map.entry("{'type':'REGIONAL','region':'EU'}", "percent"),
                Map.entry("{'type':'REGIONAL','percent':10}", "region"),
                Map.entry("{'type':'REGIONAL','region':'','percent':10}", "region"),
                Map.entry("{'type':'MEMBERSHIP','percent':-1}", "percent"),
                Map.entry("{'type':'BULK','percent':0.12345}", "percent"),
                Map.entry("{'type':'BULK','minQuantity':0}", "minQuantity"));

        assertThat(wrong).allSatisfy((strategy, field) -> {
            var refused = put("{\"strategies\":[%s],\"combine\":\"BEST\"}".formatted(strategy.replace('\'', '"')));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().at("/violations/0/field").asText()).isEqualTo("strategies[0]." + field);
        });
    }

    @Test
    void the_history_says_who_changed_it() {
        var etag = Http.get(PATH).header("ETag").orElseThrow();
        var changed = Http.put(PATH, BULK, "If-Match", etag, USER, "alice@example.org");
        put(REGULAR);

        var history = Http.get(PATH + "/history?limit=2").body();
        var tooLong = Http.put(PATH, BULK, "If-Match", "*", USER, "x".repeat(256));

        assertThat(changed.text("changedBy")).isEqualTo("alice@example.org");
        assertThat(history.at("/items/0/changedBy").asText()).isEqualTo("unknown");
        assertThat(history.at("/items/1/changedBy").asText()).isEqualTo("alice@example.org");
        assertThat(Http.get(PATH).text("changedBy")).isEqualTo("unknown");
        assertThat(Http.get(PATH).body().path("version").asLong())
                .isEqualTo(history.at("/items/0/version").asLong());
        assertThat(Http.get(PATH).text("since"))
                .isEqualTo(history.at("/items/0/since").asText());
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body().at("/violations/0/field").asText()).isEqualTo(USER);
    }

    @Test
    void all_strategies_come_back_as_they_were_put() {
        var policy = """
                {"strategies":[{"type":"REGULAR"},{"type":"BULK","minQuantity":3,"percent":7.5},
                {"type":"MEMBERSHIP","percent":0.0001},
                {"type":"SEASONAL","from":"2026-11-27T01:00:00+01:00","category":"BOOKS","percent":20},
                {"type":"REGIONAL","region":"EU","percent":100}],"combine":"STACK"}
                """;

        var put = put(policy).body();

        assertThat(Http.get(PATH).body()).isEqualTo(put);
        assertThat(put.at("/strategies/2/percent").asText()).isEqualTo("1.0E-4");
        assertThat(put.at("/strategies/3/from").asText()).isEqualTo("2026-11-27T00:00:00Z");
        assertThat(put.at("/strategies/3/category").asText()).isEqualTo("BOOKS");
        assertThat(put.at("/strategies/4/region").asText()).isEqualTo("EU");
    }

    private static String season(String from, String until) {
        return "{'type':'SEASONAL','from':'%s','until':'%s','percent':10}".formatted(from, until);
    }

    private static Http.Reply put(String policy) {
        return Http.put(PATH, policy, "If-Match", Http.get(PATH).header("ETag").orElseThrow());
    }
}
