package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aMember;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.Neighbours;
import shop.local.test.WithServers;

/// What a checkout costs is what the cart said, by the policy in force.
@QuarkusTest
@WithServers(database = "cart", redis = true)
class CheckoutPriceTest {

    private static final String SINCE_EVER = "'from':'2020-01-01T00:00:00Z'";
    private static final String OVER = "'until':'2020-01-01T00:00:00Z'";

    private final String customer = aCustomer();
    private final String shirt = aProduct("T-Shirt").at("20.00").told();

    @AfterEach
    void regular_again() {
        inForce("{'type':'REGULAR'}");
    }

    @Test
    void cart_and_checkout_for_the_same_region_cost_the_same() {
        inForce("{'type':'REGIONAL','region':'EU','percent':10}");
        inCart(customer, shirt, 1);
        var inEurope = total(customer, "?region=EU");
        var elsewhere = total(customer, "?region=US");
        var nowhere = total(customer, "");

        var dearer = checkout(customer, "{\"region\":\"US\",\"expectedTotal\":\"%s\"}".formatted(inEurope));
        var asShown = bought(customer, "{\"region\":\"EU\",\"expectedTotal\":\"%s\"}".formatted(inEurope));

        assertThat(inEurope).isEqualTo("18.00");
        assertThat(elsewhere).isEqualTo(nowhere).isEqualTo("20.00");
        assertThat(dearer.text("type")).isEqualTo("/problems/price-changed");
        assertThat(asShown.path("total").asText()).isEqualTo(inEurope);
    }

    @Test
    void a_region_that_is_none_is_refused_by_cart_and_checkout() {
        var cart = Http.get("/carts/" + customer + "?region=" + "x".repeat(65));
        var checkout = checkout(customer, "{\"region\":\"%s\"}".formatted("x".repeat(65)));

        assertThat(cart.status()).isEqualTo(400);
        assertThat(cart.body().at("/violations/0/field").asText()).isEqualTo("region");
        assertThat(checkout.status()).isEqualTo(400);
        assertThat(checkout.body().at("/violations/0/field").asText()).isEqualTo("region");
    }

    @Test
    void a_season_counts_while_it_lasts_for_its_category() {
        inForce("{'type':'SEASONAL',%s,'category':'ELECTRONICS','percent':25}".formatted(SINCE_EVER)
                + ",{'type':'SEASONAL',%s,'category':'BOOKS','percent':50}".formatted(SINCE_EVER)
                + ",{'type':'SEASONAL',%s,'percent':75}".formatted(OVER));
        inCart(customer, shirt, 1);

        var asked = bought(customer, "{}");

        assertThat(asked.path("total").asText()).isEqualTo("15.00");
        assertThat(asked.at("/lines/0/explanation/0/rule").asText()).isEqualTo("SEASONAL");
        assertThat(asked.at("/lines/0/explanation/0/amount").asText()).isEqualTo("5.00");
    }

    static Stream<Arguments> memberships() {
        var now = Instant.now();
        var justOver = now.minusSeconds(1);
        var tomorrow = now.plus(Duration.ofDays(1));
        return Stream.of(
                arguments(Map.of("memberFrom", justOver, "memberUntil", tomorrow), "17.00"),
                arguments(Map.of("memberFrom", justOver), "17.00"),
                arguments(Map.of("memberUntil", tomorrow), "17.00"),
                arguments(Map.of("memberUntil", justOver), "20.00"),
                arguments(Map.of("memberFrom", tomorrow), "20.00"));
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void a_member_pays_less_only_while_the_membership_lasts(Map<String, Instant> dates, String total) {
        inForce("{'type':'MEMBERSHIP','percent':15}");
        var member = aMember(dates);
        inCart(member, shirt, 1);

        var shown = total(member, "");
        var asked = bought(member, "{}");

        assertThat(shown).isEqualTo(total);
        assertThat(asked.path("total").asText()).isEqualTo(total);
    }

    @Test
    void splitting_an_order_earns_no_bulk_price() {
        inForce("{'type':'BULK'}");
        var whole = aCustomer();
        inCart(customer, shirt, 3);
        var three = bought(customer, "{}");
        inCart(customer, shirt, 2);
        var two = bought(customer, "{}");
        inCart(whole, shirt, 3);
        inCart(whole, shirt, 2);

        var five = bought(whole, "{}");

        assertThat(three.path("total").asText()).isEqualTo("60.00");
        assertThat(two.path("total").asText()).isEqualTo("40.00");
        assertThat(five.path("total").asText()).isEqualTo("90.00");
        assertThat(five.path("lines")).hasSize(1);
    }

    @Test
    void a_checkout_says_by_which_policy_it_was_priced() {
        inForce("{'type':'BULK'}");
        inCart(customer, shirt, 5);

        var asked = bought(customer, "{}");

        assertThat(asked.path("policyVersion").asInt())
                .isEqualTo(Http.get("/pricing/policy").body().path("version").asInt());
    }

    @Test
    void a_strategy_is_added_by_one_class_and_one_line() {
        inForce("{'type':'THREE_FOR_TWO'}"); // All there is of it: the test class of that name.
        inCart(customer, shirt, 4);

        var asked = bought(customer, "{}");

        assertThat(asked.path("total").asText()).isEqualTo("60.00");
        assertThat(asked.at("/lines/0/explanation/0/rule").asText()).isEqualTo("THREE_FOR_TWO");
    }

    private static String total(String customerId, String query) {
        return Http.get("/carts/" + customerId + query)
                .body()
                .at("/quote/total")
                .asText();
    }

    private static Reply checkout(String customerId, String body) {
        return Http.post("/carts/" + customerId + "/checkout", body);
    }

    /// What was asked for by a checkout, when it is an order.
    private static JsonNode bought(String customerId, String body) {
        Neighbours.decide(customerId, Neighbours::place); // They listen from their first mention on.
        var answer = checkout(customerId, body);
        assertThat(answer.status()).as("%s", answer.body()).isIn(201, 202); // By how busy the machine is.
        await().atMost(Given.SOON)
                .until(() ->
                        Http.get("/carts/" + customerId).body().path("lines").isEmpty());
        return Neighbours.askedBy(customerId).getLast();
    }

    private static void inForce(String strategies) {
        var policy = "{\"strategies\":[%s],\"combine\":\"BEST\"}".formatted(strategies.replace('\'', '"'));
        assertThat(Http.put("/pricing/policy", policy, "If-Match", "*").status())
                .isEqualTo(200);
    }
}
