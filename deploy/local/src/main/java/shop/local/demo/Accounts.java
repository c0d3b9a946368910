package shop.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import shop.local.client.Answer;
import shop.local.client.Shop;

/// Checks over the public APIs that every unit and every order is accounted for, exactly once.
final class Accounts {

    private final Shop shop;
    private final Teller teller;

    Accounts(Shop shop, Teller teller) {
        this.shop = shop;
        this.teller = teller;
    }

    void check(List<String> productIds, List<Customer> customers) {
        teller.step("The accounts");
        unitsAreConserved(productIds);
        ordersAreAsTold(customers);
        everyOrderHoldsItsStock(customers);
        theAuditFindsNothing();
    }

    private void unitsAreConserved(List<String> productIds) {
        var wrong = new TreeSet<String>();
        for (var productId : productIds) {
            var stock = shop.stock(productId).expectSuccess().body();
            var moved = unitsMoved(productId);
            var came = moved.getOrDefault("RECEIVED", 0L) + moved.getOrDefault("ADJUSTED", 0L);
            var gone = -moved.getOrDefault("SHIPPED", 0L);
            if (came
                    != stock.path("available").asLong() + stock.path("reserved").asLong() + gone) {
                wrong.add(productId);
            }
        }
        teller.check(
                wrong.isEmpty(),
                "received + adjusted = available + reserved + shipped, for each of %d products%s"
                        .formatted(productIds.size(), wrong.isEmpty() ? "" : ", but not for " + wrong));
    }

    private Map<String, Long> unitsMoved(String productId) {
        var units = new HashMap<String, Long>();
        eachItem(
                cursor -> shop.movements(productId, cursor),
                it -> units.merge(it.path("kind").asText(), it.path("quantity").asLong(), Long::sum));
        return units;
    }

    private void ordersAreAsTold(List<Customer> customers) {
        var told = new HashSet<String>();
        var kept = new HashSet<String>();
        var seen = 0;
        for (var customer : customers) {
            customer.placed().forEach(it -> told.add(it.orderId()));
            seen += collectOrders(customer.customerId(), kept);
        }
        teller.checkEquals(
                told.size(),
                customers.stream().mapToInt(it -> it.placed().size()).sum(),
                "orders told");
        teller.check(seen == kept.size(), "no order is there twice");
        teller.check(told.equals(kept), "each of them is there, and no other (%d)".formatted(kept.size()));
    }

    private int collectOrders(String customerId, Set<String> kept) {
        var seen = new int[1];
        eachItem(cursor -> shop.ordersOf(customerId, cursor), it -> {
            seen[0]++;
            kept.add(it.path("orderId").asText());
        });
        return seen[0];
    }

    private void everyOrderHoldsItsStock(List<Customer> customers) {
        var held = 0;
        for (var customer : customers) {
            for (var order : customer.placed()) {
                if (holds(order)) {
                    held++;
                }
            }
        }
        var orders = customers.stream().mapToInt(it -> it.placed().size()).sum();
        teller.checkEquals(orders, held, "reservations held, each of what was ordered");
    }

    private boolean holds(Customer.Placed order) {
        var reservation = shop.reservation(order.orderId()).expectSuccess().body();
        var units = new HashMap<String, Integer>();
        reservation
                .path("allocations")
                .forEach(it -> units.merge(
                        it.path("productId").asText(), it.path("quantity").asInt(), Integer::sum));
        return reservation.path("status").asText().equals("HELD") && units.equals(order.quantities());
    }

    private void theAuditFindsNothing() {
        teller.check(
                shop.audit().expectSuccess().body().path("differences").isEmpty(), "the audit finds no difference");
    }

    private static void eachItem(Function<String, Answer> pageAfter, Consumer<JsonNode> action) {
        var cursor = "";
        do {
            var page = pageAfter.apply(cursor).expectSuccess().body();
            page.path("items").forEach(action);
            cursor = page.path("nextCursor").isTextual()
                    ? page.path("nextCursor").textValue()
                    : "";
        } while (!cursor.isEmpty());
    }
}
