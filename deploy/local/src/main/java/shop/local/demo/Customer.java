package shop.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.UnexpectedAnswer;

/// A customer who orders again and again, and takes out of the cart what is sold out meanwhile.
final class Customer {

    private static final int MOST_PRODUCTS = 4;
    private static final int MOST_OF_ONE = 3;

    private final String customerId;
    private final Shop shop;
    private final List<String> catalogue;
    private final Random random;
    private final Tally tally;
    private final List<Placed> placed = new ArrayList<>();

    Customer(String customerId, Shop shop, List<String> catalogue, long seed, Tally tally) {
        this.customerId = customerId;
        this.shop = shop;
        this.catalogue = catalogue;
        this.random = new Random(seed);
        this.tally = tally;
    }

    /// What was ordered, as this customer was told.
    record Placed(String orderId, Map<String, Integer> quantities) {}

    void order() {
        var orders = placed.size();
        while (placed.size() == orders) {
            var wanted = fillCart();
            if (!wanted.isEmpty()) {
                checkOut(wanted);
            }
        }
    }

    String customerId() {
        return customerId;
    }

    List<Placed> placed() {
        return placed;
    }

    private Map<String, Integer> fillCart() {
        var wanted = new HashMap<String, Integer>();
        var lines = random.nextInt(1, MOST_PRODUCTS + 1);
        for (int i = 0; i < lines; i++) {
            var productId = catalogue.get(random.nextInt(catalogue.size()));
            var quantity = random.nextInt(1, MOST_OF_ONE + 1);
            if (added(shop.add(customerId, productId, quantity))) {
                wanted.merge(productId, quantity, Integer::sum);
            }
        }
        return wanted;
    }

    private void checkOut(Map<String, Integer> wanted) {
        var started = System.nanoTime();
        var answer = shop.checkout(customerId);
        tally.checkoutTook(System.nanoTime() - started);
        if (answer.isPlaced()) {
            placed.add(new Placed(answer.text("orderId"), wanted));
            tally.placed();
        } else if (!answer.body().path("shortages").isEmpty()) {
            tally.refused();
            answer.body()
                    .path("shortages")
                    .forEach(it -> shop.remove(customerId, it.path("productId").asText()));
            wanted.keySet().forEach(it -> shop.remove(customerId, it));
        } else {
            throw new UnexpectedAnswer(answer);
        }
    }

    private static boolean added(Answer answer) {
        return answer.status() != 409 && answer.expectSuccess().isSuccess();
    }
}
