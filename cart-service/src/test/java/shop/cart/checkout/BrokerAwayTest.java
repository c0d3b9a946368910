package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Neighbours;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class BrokerAwayTest {

    private final String customer = aCustomer();

    @AfterEach
    void kafka_is_back() {
        TestServers.kafka().resume();
    }

    @Test
    void a_checkout_that_the_broker_does_not_acknowledge_says_so_and_goes_on() {
        Neighbours.decide(customer, Neighbours::place);
        inCart(customer, aProduct("Book").told(), 1);
        TestServers.kafka().pause();

        var unsure = Http.post("/carts/" + customer + "/checkout", null, "Idempotency-Key", "k");
        var cart = Http.get("/carts/" + customer);
        TestServers.kafka().resume();

        assertThat(unsure.status()).isEqualTo(503);
        assertThat(unsure.header("Retry-After")).isPresent();
        assertThat(cart.status()).isEqualTo(200);
        var id = cart.text("pendingCheckout");
        await().atMost(Given.SOON)
                .until(() -> Http.get("/checkouts/" + id).text("state").equals("PLACED"));
        var again = Http.post("/carts/" + customer + "/checkout", null, "Idempotency-Key", "k");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("orderId")).isEqualTo(id);
        assertThat(Neighbours.askedBy(customer).stream()
                        .map(it -> it.path("orderId").asText())
                        .collect(Collectors.toSet()))
                .containsExactly(id);
    }
}
