package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import shop.local.client.Answer;
import shop.local.client.Shop;

/// What became of checkouts that were accepted, as the services say it.
record Outcomes(Shop shop) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// The id of an accepted checkout, which is the order's.
    static String idOf(Answer accepted) {
        var location = accepted.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /// Waits until it is an order whose stock is held.
    void isOrder(String orderId) {
        Awaitility.await(orderId + " is placed")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(shop.order(orderId).status()).isEqualTo(200);
                    assertThat(shop.reservation(orderId).text("status")).isEqualTo("HELD");
                });
    }

    /// Waits until the shop, asked again, says that the checkout ended in its order.
    void isToldAsPlaced(String orderId) {
        Awaitility.await(orderId + " is told")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(shop.outcome(orderId).text("state")).isEqualTo("PLACED"));
    }
}
