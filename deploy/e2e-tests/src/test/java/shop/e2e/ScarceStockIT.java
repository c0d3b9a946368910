package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.Until;

@ExtendWith(TwoCarts.class)
class ScarceStockIT {

    @Test
    void of_500_customers_at_once_one_gets_the_last_unit(Shop shop) {
        var goods = new Goods(shop);
        var productId = goods.inStock(1);
        var crowd = new Crowd("last-unit", 500);
        goods.intoCarts(crowd, productId, 1);

        var answers = crowd.atOnce(it -> checkout(shop, it));

        assertThat(answers).filteredOn(Answer::isPlaced).hasSize(1);
        assertThat(answers).filteredOn(it -> !it.isPlaced()).hasSize(499).allMatch(it -> saysOutOfStock(it, productId));
        assertThat(goods.available(productId)).isZero();
        assertThat(quantitiesInCarts(shop, crowd)).filteredOn(it -> it == 1).hasSize(499);
    }

    @Test
    void of_200_customers_at_once_50_get_the_50_units(Shop shop) {
        var goods = new Goods(shop);
        var productId = goods.inStock(50);
        var crowd = new Crowd("fifty-units", 200);
        goods.intoCarts(crowd, productId, 1);

        var answers = crowd.atOnce(it -> checkout(shop, it));

        assertThat(answers).filteredOn(Answer::isPlaced).hasSize(50);
        assertThat(answers).filteredOn(it -> !it.isPlaced()).hasSize(150).allMatch(it -> saysOutOfStock(it, productId));
        assertThat(ordersOf(shop, crowd)).isEqualTo(50);
        assertThat(goods.available(productId)).isZero();
    }

    /// Under a key, and again where the shop was too busy to say: as a careful client does.
    private static Answer checkout(Shop shop, String customerId) {
        return Until.answered(() -> shop.checkout(customerId, "scarce"), it -> it.status() != 503);
    }

    private static boolean saysOutOfStock(Answer answer, String productId) {
        var shortage = answer.body().path("shortages").path(0);
        return shortage.path("productId").asText().equals(productId)
                && shortage.path("available").asInt(-1) == 0;
    }

    private static List<Integer> quantitiesInCarts(Shop shop, Crowd crowd) {
        return crowd.customers().stream()
                .map(it -> shop.cart(it)
                        .body()
                        .path("lines")
                        .path(0)
                        .path("quantity")
                        .asInt())
                .toList();
    }

    private static int ordersOf(Shop shop, Crowd crowd) {
        return crowd.customers().stream()
                .mapToInt(it -> shop.ordersOf(it, "").body().path("items").size())
                .sum();
    }
}
