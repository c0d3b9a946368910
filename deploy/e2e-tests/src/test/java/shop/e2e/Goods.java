package shop.e2e;

import java.util.UUID;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.Until;

/// Products made for one test, so that no test meets another's stock.
record Goods(Shop shop) {

    /// A new product with this much in stock, which carts know of.
    String inStock(int onHand) {
        var productId = "e2e-" + UUID.randomUUID().toString().substring(0, 13);
        shop.offer(productId, "Thing " + productId, "HOME", "10.00").expectSuccess();
        shop.receive(productId, onHand).expectSuccess();
        Until.answered(() -> shop.add("scout-" + productId, productId, 1), Answer::isSuccess)
                .expectSuccess();
        return productId;
    }

    /// Sets how many of it there are.
    void recount(String productId, int onHand) {
        shop.importStock("{\"productId\":\"%s\",\"onHand\":%d}".formatted(productId, onHand))
                .expectSuccess();
        Until.answered(() -> available(productId), it -> it == onHand);
    }

    int available(String productId) {
        return shop.stock(productId).expectSuccess().body().path("available").asInt();
    }

    /// Lets everyone of a crowd set so many of it in the cart; again where the shop was too busy.
    void intoCarts(Crowd crowd, String productId, int quantity) {
        crowd.atOnce(it -> Until.answered(() -> shop.set(it, productId, quantity), answer -> answer.status() != 503)
                .expectSuccess());
    }
}
