package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.local.client.Shop;
import shop.local.suite.Service;
import shop.local.suite.Suite;

@ExtendWith(RunningShop.class)
class KilledUnderLoadIT {

    private static final int KILLS = 2;
    private static final int ORDERS_BETWEEN_KILLS = 20;
    private static final int ORDERS_OF_EACH = 10;
    private static final int STOCK = 1000;

    @ParameterizedTest
    @EnumSource(names = {"INVENTORY", "CART"}) // The order service has [KilledAtEveryPointIT].
    void every_checkout_ends_in_exactly_one_order(Service killed, Suite suite, Shop shop) {
        var goods = new Goods(shop);
        var productId = goods.inStock(STOCK);
        var crowd = new Crowd("killed-" + killed.id(), 24);
        var placed = new AtomicInteger();

        var buying = CompletableFuture.runAsync(
                () -> crowd.atOnce(it -> buyAgainAndAgain(shop, it, productId, placed)), Thread::startVirtualThread);
        killAgainAndAgain(killed, suite, placed);
        buying.join();

        var orderIds =
                crowd.customers().stream().flatMap(it -> ordersOf(shop, it)).toList();
        assertThat(orderIds).hasSize(crowd.size() * ORDERS_OF_EACH).doesNotHaveDuplicates();
        orderIds.forEach(new Outcomes(shop)::isOrder);
        assertThat(goods.available(productId)).isEqualTo(STOCK - orderIds.size());
        assertThat(shop.audit().body().path("differences")).isEmpty();
    }

    @AfterEach
    void heal(Suite suite) {
        List.of(Service.values()).forEach(suite::start);
    }

    private static void killAgainAndAgain(Service killed, Suite suite, AtomicInteger placed) {
        for (int kills = 1; kills <= KILLS; kills++) {
            var orders = kills * ORDERS_BETWEEN_KILLS;
            Awaitility.await("orders go on").atMost(Duration.ofSeconds(90)).until(() -> placed.get() >= orders);
            suite.kill(killed);
            suite.start(killed);
        }
    }

    /// Each order under a key of its own, sent again until there is an answer: as a careful client does.
    private static int buyAgainAndAgain(Shop shop, String customerId, String productId, AtomicInteger placed) {
        for (int i = 0; i < ORDERS_OF_EACH; i++) {
            var key = "order-" + i;
            insist(() -> shop.set(customerId, productId, 1).isSuccess());
            insist(() -> shop.checkout(customerId, key).isPlaced());
            placed.incrementAndGet();
        }
        return ORDERS_OF_EACH;
    }

    private static void insist(Callable<Boolean> attempt) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(attempt);
    }

    private static Stream<String> ordersOf(Shop shop, String customerId) {
        var items = shop.ordersOf(customerId, "").expectSuccess().body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(it -> it.path("orderId").asText());
    }
}
