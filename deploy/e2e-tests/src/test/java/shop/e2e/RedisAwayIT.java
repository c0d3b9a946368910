package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.suite.Service;
import shop.local.suite.Suite;

@ExtendWith(RunningShop.class)
class RedisAwayIT {

    @Test
    void what_was_accepted_is_ordered_without_redis_and_told_when_it_is_back(Suite suite, Shop shop) {
        var goods = new Goods(shop);
        var productId = goods.inStock(100);
        var crowd = new Crowd("redis-away", 20);
        goods.intoCarts(crowd, productId, 1);
        suite.pause(Service.INVENTORY); // So that every checkout is accepted and none decided.
        var accepted = crowd.atOnce(shop::requestCheckout);
        assertThat(accepted).extracting(Answer::status).containsOnly(202);
        var orderIds = accepted.stream().map(Outcomes::idOf).toList();

        suite.redis().kill();
        suite.resume(Service.INVENTORY);

        orderIds.forEach(new Outcomes(shop)::isOrder);
        assertThat(goods.available(productId)).isEqualTo(80);
        cartsSayUnavailableWithinASecond(shop, crowd.customers());

        suite.redis().start();

        orderIds.forEach(new Outcomes(shop)::isToldAsPlaced);
        cartsAreEmptied(shop, crowd.customers());
    }

    @AfterEach
    void heal(Suite suite) {
        suite.resume(Service.INVENTORY);
        suite.redis().start();
    }

    private static void cartsSayUnavailableWithinASecond(Shop shop, List<String> customers) {
        var fastest = customers.stream()
                .map(it -> {
                    var asked = Instant.now();
                    var answer = shop.cart(it);
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                    return Duration.between(asked, Instant.now());
                })
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    private static void cartsAreEmptied(Shop shop, List<String> customers) {
        customers.forEach(customer -> Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                shop.cart(customer).body().path("lines").size())
                        .isZero()));
    }
}
