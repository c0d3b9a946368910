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
class CartResourceTest {

    private final String customer = aCustomer();
    private final String items = "/carts/" + customer + "/items";

    @Test
    void a_customer_without_a_cart_sees_an_empty_one() {
        var cart = Http.get("/carts/" + customer);

        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.body().path("cartId").isNull()).isTrue();
        assertThat(cart.body().path("lines")).isEmpty();
        assertThat(cart.body().at("/quote/total").asText()).isEqualTo("0");
    }

    @Test
    void what_is_added_is_in_the_cart_with_its_price() {
        var laptop = aProduct("Laptop").at("999.99").with(5).told();
        var book = aProduct("Book").at("49.99").with(20).told();

        inCart(customer, laptop, 1);
        inCart(customer, book, 1);
        var cart = Http.post(items, wanted(book, 1));

        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.body()).isEqualTo(Http.get("/carts/" + customer).body());
        assertThat(cart.body().at("/quote/total").asText()).isEqualTo("1099.97");
        assertThat(cart.body().at("/quote/currency").asText()).isEqualTo("USD");
        var line = cart.body().at("/lines/1");
        assertThat(line.path("productId").asText()).isEqualTo(book);
        assertThat(line.path("name").asText()).isEqualTo("Book");
        assertThat(line.path("quantity").asInt()).isEqualTo(2);
        assertThat(line.path("status").asText()).isEqualTo("ADDED");
        assertThat(line.path("unitPrice").asText()).isEqualTo("49.99");
        assertThat(line.path("discount").asText()).isEqualTo("0.00");
        assertThat(line.path("total").asText()).isEqualTo("99.98");
        assertThat(line.path("available").asInt()).isEqualTo(20);
    }

    @Test
    void a_quantity_can_be_set_a_line_removed_and_a_cart_emptied() {
        var book = aProduct("Book").told();
        var pen = aProduct("Pen").told();
        inCart(customer, book, 1);

        var set = Http.put(items + "/" + book, "{\"quantity\":7}");
        inCart(customer, pen, 1);
        var removed = Http.delete(items + "/" + book);
        var emptied = Http.delete("/carts/" + customer);

        assertThat(set.body().at("/lines/0/quantity").asInt()).isEqualTo(7);
        assertThat(removed.body().path("lines")).hasSize(1);
        assertThat(emptied.status()).isEqualTo(204);
        assertThat(Http.get("/carts/" + customer).body().path("lines")).isEmpty();
    }

    @Test
    void more_than_is_available_is_refused_with_what_is_left() {
        var laptop = aProduct("Laptop").with(4).told();
        inCart(customer, laptop, 3);

        var added = Http.post(items, wanted(laptop, 2));
        var set = Http.put(items + "/" + laptop, "{\"quantity\":5}");

        for (var refused : new Http.Reply[] {added, set}) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.text("type")).isEqualTo("/problems/out-of-stock");
            assertThat(refused.body().path("available").asInt()).isEqualTo(4);
            assertThat(refused.body().path("requested").asInt()).isEqualTo(5);
        }
        assertThat(Http.get("/carts/" + customer).body().at("/lines/0/quantity").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_line_stays_when_stock_changes_later() {
        var laptop = aProduct("Laptop").with(4);
        inCart(customer, laptop.told(), 3);

        laptop.next().with(1).told();

        var line = Http.get("/carts/" + customer).body().at("/lines/0");
        assertThat(line.path("quantity").asInt()).isEqualTo(3);
        assertThat(line.path("available").asInt()).isEqualTo(1);
    }

    @Test
    void what_the_catalog_does_not_sell_is_refused() {
        var gone = aProduct("Gone").discontinued().told();

        var unknown = Http.post(items, wanted("no-such-product", 1));
        var discontinued = Http.post(items, wanted(gone, 1));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).isEqualTo("/problems/unknown-product");
        assertThat(unknown.text("productId")).isEqualTo("no-such-product");
        assertThat(discontinued.status()).isEqualTo(422);
        assertThat(discontinued.text("type")).isEqualTo("/problems/product-discontinued");
    }

    @Test
    void a_line_that_is_no_longer_sold_has_no_price_and_does_not_count() {
        var old = aProduct("Old").at("5.00");
        inCart(customer, old.told(), 1);
        inCart(customer, aProduct("New").at("7.00").told(), 1);

        old.next().discontinued().told();

        var cart = Http.get("/carts/" + customer).body();
        assertThat(cart.at("/lines/0/total").isNull()).isTrue();
        assertThat(cart.at("/quote/total").asText()).isEqualTo("7.00");
    }

    @Test
    void a_cart_holds_one_currency() {
        inCart(customer, aProduct("Dollar").told(), 1);
        var euro = aProduct("Euro").in("EUR").told();

        var refused = Http.post(items, wanted(euro, 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("/problems/currency-mismatch");
        assertThat(refused.text("cartCurrency")).isEqualTo("USD");
        assertThat(refused.text("currency")).isEqualTo("EUR");
    }

    @Test
    void a_line_has_a_limit() {
        var sand = aProduct("Sand").with(5000).told();

        var refused = Http.post(items, wanted(sand, 1000));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("/problems/too-many");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(999);
    }

    @Test
    void wrong_input_names_its_field() {
        var nothing = Http.post(items, wanted("book", 0));
        var noProduct = Http.post(items, "{\"quantity\":1}");
        var noCustomer = Http.get("/carts/-not-an-id-");
        var longKey = Http.post(items, wanted("book", 1), "Idempotency-Key", "k".repeat(256));
        var notJson = Http.post(items, "{quantity");

        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body().at("/violations/0/field").asText()).isEqualTo("quantity");
        assertThat(noProduct.body().at("/violations/0/field").asText()).isEqualTo("productId");
        assertThat(noCustomer.status()).isEqualTo(400);
        assertThat(noCustomer.body().at("/violations/0/field").asText()).isEqualTo("customerId");
        assertThat(longKey.status()).isEqualTo(400);
        assertThat(longKey.body().at("/violations/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(notJson.status()).isEqualTo(400);
    }

    @Test
    void the_same_key_adds_once_and_answers_the_same_again() {
        var book = aProduct("Book").told();

        var first = Http.post(items, wanted(book, 2), "Idempotency-Key", "add");
        inCart(customer, book, 1);
        var again = Http.post(items, wanted(book, 2), "Idempotency-Key", "add");
        var other = Http.post(items, wanted(book, 3), "Idempotency-Key", "add");

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(Http.get("/carts/" + customer).body().at("/lines/0/quantity").asInt())
                .isEqualTo(3);
    }

    @Test
    void the_same_key_at_once_adds_once() {
        var book = aProduct("Book").told();

        var replies = Http.atOnce(20, () -> Http.post(items, wanted(book, 2), "Idempotency-Key", "add"));

        assertThat(replies)
                .allSatisfy(it ->
                        assertThat(it.body().at("/lines/0/quantity").asInt()).isEqualTo(2));
        assertThat(replies)
                .filteredOn(it -> it.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void many_who_change_one_cart_at_once_lose_nothing() {
        var mine = new AtomicInteger();
        var book = aProduct("Book").with(999).told();
        var pens = new String[8];
        for (int i = 0; i < pens.length; i++) {
            pens[i] = aProduct("Pen").with(999).told();
        }

        var replies = Http.atOnce(64, () -> {
            var pen = pens[mine.getAndIncrement() % pens.length];
            return Http.post(items, wanted(book, 1)).status()
                    + Http.post(items, wanted(pen, 1)).status();
        });

        assertThat(replies).containsOnly(400);
        var cart = Http.get("/carts/" + customer).body();
        assertThat(cart.path("lines"))
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.path("quantity").asInt())
                        .isEqualTo(it.path("productId").asText().equals(book) ? 64 : 8));
    }

    @Test
    void redis_forgets_a_cart_an_hour_after_its_expiry() {
        inCart(customer, aProduct("Book").told(), 1);

        assertThat(RedisServer.secondsLeft("cart:" + customer)).isBetween(89_600L, 90_000L);
    }
}
