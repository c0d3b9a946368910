package shop.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import shop.e2e.OrderTopic.Told;
import shop.local.client.Shop;

/// What has to be so, some time after all has healed, of checkouts that were accepted.
record Aftermath(Shop shop, FaultyGateway gateway) {

    /// A payment that was claimed before several deaths rests for a minute.
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /// Each customer has the orders of these checkouts and no other, and each order has come to its end.
    void eachIsOneOrder(Map<String, ? extends Collection<String>> acceptedByCustomer) {
        acceptedByCustomer.forEach((customerId, accepted) -> eventually("the orders of " + customerId, () -> {
            var orders = ordersOf(customerId);
            assertThat(texts(orders, "orderId")).containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(texts(orders, "status")).doesNotContain("PENDING");
        }));
    }

    /// An order is kept if and only if its money was taken; what was taken for any other goes back, once.
    ///
    /// @return what became of each; nothing happens to them any more
    List<Fate> moneyHasAnOutcome(Collection<String> orderIds) {
        eventually("the gateway's notices", () -> assertThat(gateway.unheard()).isEmpty());
        return orderIds.stream().map(this::settled).toList();
    }

    /// Each event of their histories is on the topic, and a consumer that drops repeats sees 1, 2, 3 and so on.
    void everythingIsTold(List<Fate> fates, String broker) {
        var histories = fates.stream().collect(toMap(Fate::orderId, Fate::events));
        assertThat(histories.values())
                .allSatisfy(it -> assertThat(it)
                        .extracting(Told::sequence)
                        .isEqualTo(IntStream.rangeClosed(1, it.size()).boxed().toList()));
        try (var topic = new OrderTopic(broker)) {
            eventually("all is told", () -> assertThat(topic.told()).containsAllEntriesOf(histories));
        }
    }

    /// What was not cancelled is out of stock, and nothing else.
    void stockIsWhatWasNotSold(String productId, int stock, List<Fate> fates) {
        var sold = fates.stream()
                .filter(it -> !it.isCancelled())
                .mapToInt(Fate::quantity)
                .sum();
        eventually(
                "stock", () -> assertThat(new Goods(shop).available(productId)).isEqualTo(stock - sold));
        assertThat(shop.audit().body().path("differences")).isEmpty();
    }

    private Fate settled(String orderId) {
        eventually("the money of " + orderId, () -> {
            var taken = gateway.book().paymentsOf(orderId);
            var fate = Fate.of(orderId, shop);
            assertThat(fate.payments()).isEqualTo(fate.isCancelled() ? List.of() : taken);
            assertThat(fate.refunds()).isEqualTo(fate.isCancelled() ? taken : List.of());
        });
        return Fate.of(orderId, shop);
    }

    private List<JsonNode> ordersOf(String customerId) {
        var orders = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = shop.ordersOf(customerId, cursor).expectSuccess();
            page.body().path("items").forEach(orders::add);
            cursor = page.body().path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return orders;
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(it -> it.path(field).asText()).toList();
    }

    private static void eventually(String what, ThrowingRunnable assertion) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(assertion);
    }
}
