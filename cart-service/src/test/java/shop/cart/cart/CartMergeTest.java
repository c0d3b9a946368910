package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;
import static shop.cart.Given.wanted;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shop.cart.Http;
import shop.cart.RedisServer;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CartMergeTest {

    private final String customer = aCustomer();
    private final String guest = aCustomer();

    @Test
    void a_guest_s_cart_comes_to_the_customer_once_however_often_it_is_asked_for() {
        var book = aProduct("Book").told();
        inCart(customer, book, 1);
        inCart(guest, book, 2);

        var replies = Http.atOnce(20, () -> merge(guest, "MERGE"));

        assertThat(replies).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
        assertThat(quantityOf(customer)).isEqualTo(3);
        assertThat(Http.get("/carts/" + guest).body().path("lines")).isEmpty();
    }

    @Test
    void the_same_key_merges_once_and_answers_the_same_again() {
        var book = aProduct("Book").told();
        inCart(guest, book, 2);

        var first = merge(guest, "MERGE", "Idempotency-Key", "m");
        inCart(guest, book, 5);
        var again = merge(guest, "MERGE", "Idempotency-Key", "m");
        var other = merge(guest, "KEEP_FROM", "Idempotency-Key", "m");

        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(quantityOf(customer)).isEqualTo(2);
    }

    @Test
    void what_a_guest_adds_at_that_moment_is_in_one_of_the_two_carts() {
        var book = aProduct("Book").told();
        var turn = new AtomicInteger();

        var replies = Http.atOnce(
                40,
                () -> turn.getAndIncrement() % 4 == 0
                        ? merge(guest, "MERGE")
                        : Http.post("/carts/" + guest + "/items", wanted(book, 1)));

        assertThat(replies).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
        assertThat(quantityOf(customer) + quantityOf(guest)).isEqualTo(30);
    }

    @Test
    void what_cannot_be_merged_names_its_field() {
        var same = merge(customer, "MERGE");
        var nobody = Http.post("/carts/" + customer + "/merge", "{\"strategy\":\"MERGE\"}");
        var unknown = merge(guest, "BOTH");

        assertThat(same.status()).isEqualTo(422);
        assertThat(same.text("field")).isEqualTo("from");
        assertThat(nobody.body().at("/violations/0/field").asText()).isEqualTo("from");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().at("/violations/0/field").asText()).isEqualTo("strategy");
    }

    @Test
    void a_line_says_when_its_price_changed_and_when_it_is_not_sold_any_more() {
        var book = aProduct("Book");
        inCart(customer, book.told(), 1);

        book.next().at("12.00").told();
        var repriced = Http.get("/carts/" + customer).body().at("/lines/0");
        var confirmed = Http.put("/carts/" + customer + "/items/" + book.id(), "{\"quantity\":2}");
        book.next().next().discontinued().told();
        var discontinued = Http.get("/carts/" + customer).body().at("/lines/0");

        assertThat(repriced.path("notice").asText()).isEqualTo("PRICE_CHANGED");
        assertThat(repriced.path("previousPrice").asText()).isEqualTo("10.00");
        assertThat(confirmed.body().at("/lines/0/notice").isNull()).isTrue();
        assertThat(discontinued.path("notice").asText()).isEqualTo("DISCONTINUED");
    }

    @Test
    void a_cart_that_was_kept_before_lines_knew_their_price_can_be_read() {
        inCart(customer, aProduct("Book").told(), 2);
        var kept = RedisServer.field("cart:" + customer, "cart");
        assertThat(kept).contains("\"seen\"");

        RedisServer.setField("cart:" + customer, "cart", kept.replaceAll(",\"seen\":\"[^\"]*\"", ""));

        var line = Http.get("/carts/" + customer).body().at("/lines/0");
        assertThat(line.path("quantity").asInt()).isEqualTo(2);
        assertThat(line.path("notice").isNull()).isTrue();
    }

    private static int quantityOf(String customerId) {
        return Http.get("/carts/" + customerId).body().at("/lines/0/quantity").asInt();
    }

    private Http.Reply merge(String from, String strategy, String... headers) {
        return Http.post(
                "/carts/" + customer + "/merge",
                "{\"from\":\"%s\",\"strategy\":\"%s\"}".formatted(from, strategy),
                headers);
    }
}
