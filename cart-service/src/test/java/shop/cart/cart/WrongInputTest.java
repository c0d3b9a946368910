package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.cart.Http;
import shop.local.test.WithServers;

/// Whatever is wrong with a request, the answer names the field.
@QuarkusTest
@WithServers(database = "cart", redis = true)
class WrongInputTest {

    private final String customer = aCustomer();
    private final String cart = "/carts/" + customer;
    private final String book = aProduct("Book").told();

    @BeforeEach
    void a_cart() {
        inCart(customer, book, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /items    | {"productId":"book"}                              | quantity
            /items    | {"productId":"book","quantity":null}              | quantity
            /items    | {"productId":"book","quantity":0}                 | quantity
            /items    | {"productId":"book","quantity":-1}                | quantity
            /items    | {"productId":"book","quantity":99999999999}       | quantity
            /items    | {"productId":"book","quantity":1.5}               | quantity
            /items    | {"productId":"book","quantity":"many"}            | quantity
            /items    | {"productId":"book","quantity":{}}                | quantity
            /items    | {"productId":["book"],"quantity":1}               | productId
            /items    | {"productId":"-book","quantity":1}                | productId
            /items    | {"quantity":1}                                    | productId
            /items    | {"quantity                                        | body
            /items    | []                                                | body
            /merge    | {"from":"guest-1","strategy":"SOMEHOW"}           | strategy
            /merge    | {"from":"guest-1"}                                | strategy
            /merge    | {"strategy":"MERGE"}                              | from
            /checkout | {"expectedTotal":"abc"}                           | expectedTotal
            /checkout | {"expectedTotal":{}}                              | expectedTotal
            /checkout | {"region":""}                                     | region
            /checkout | {"addressId":"-"}                                 | addressId
            /checkout | {"paymentMethod":""}                              | paymentMethod
            /checkout | {"paymentMethod":"card"}                          | paymentMethod
            /checkout | {"paymentMethod":"1CARD"}                         | paymentMethod
            /checkout | {"paymentMethod":"BANK TRANSFER"}                 | paymentMethod
            /checkout | {"paymentMethod":"A23456789012345678901234567890123"} | paymentMethod
            /checkout | {"paymentMethod":["CARD"]}                        | paymentMethod
            """)
    void a_body_that_is_wrong_is_refused_by_its_field(String path, String body, String field) {
        var reply = Http.post(cart + path, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("type")).isEqualTo("/problems/validation");
        assertThat(reply.body().at("/violations/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "99999999999", "1.5", "null"})
    void so_is_a_quantity_to_be_set(String quantity) {
        var reply = Http.put(cart + "/items/" + book, "{\"quantity\":%s}".formatted(quantity));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/violations/0/field").asText()).isEqualTo("quantity");
    }

    @Test
    void a_body_that_is_too_large_is_told_the_limit() {
        var reply = Http.post(
                cart + "/items",
                "{\"productId\":\"book\",\"quantity\":1,\"note\":\"%s\"}".formatted("x".repeat(70_000)));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("type")).isEqualTo("/problems/too-large");
        assertThat(reply.text("field")).isEqualTo("body");
        assertThat(reply.body().path("limitBytes").asInt()).isEqualTo(64 * 1024);
    }
}
