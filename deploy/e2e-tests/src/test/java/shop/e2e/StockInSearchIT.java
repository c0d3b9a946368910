package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Shop;
import shop.local.client.Until;

@ExtendWith(RunningShop.class)
class StockInSearchIT {

    @Test
    void what_is_sold_out_leaves_the_search_and_what_is_back_in_stock_returns_to_it(Shop shop) {
        var productId = new Goods(shop).inStock(1);
        var foundAtFirst = isFound(shop, productId, true);

        shop.set("last-buyer", productId, 1).expectSuccess();
        shop.checkout("last-buyer").expectSuccess();
        var goneWhenSoldOut = isFound(shop, productId, false);
        shop.importStock("{\"productId\":\"%s\",\"onHand\":5}".formatted(productId))
                .expectSuccess();
        var backWhenRestocked = isFound(shop, productId, true);

        assertThat(foundAtFirst).isTrue();
        assertThat(goneWhenSoldOut).isFalse();
        assertThat(backWhenRestocked).isTrue();
    }

    /// Asks until it is as wanted, and says in the end how it is.
    private static boolean isFound(Shop shop, String productId, boolean wanted) {
        var answer = Until.answered(
                () -> shop.search("inStock=true&q=" + productId), it -> isAmongThe(it.body(), productId) == wanted);
        return isAmongThe(answer.expectSuccess().body(), productId);
    }

    private static boolean isAmongThe(JsonNode page, String productId) {
        return page.path("items").findValuesAsText("productId").contains(productId);
    }
}
