package shop.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import shop.e2e.OrderTopic.Told;
import shop.local.client.Shop;

/// What became of an order, as the order service says it.
record Fate(JsonNode order, List<JsonNode> history) {

    static Fate of(String orderId, Shop shop) {
        var order = shop.order(orderId).expectSuccess().body();
        var history = shop.historyOf(orderId).expectSuccess().body().path("items");
        return new Fate(
                order, StreamSupport.stream(history.spliterator(), false).toList());
    }

    String orderId() {
        return order.path("orderId").asText();
    }

    boolean isCancelled() {
        return order.path("status").asText().equals("CANCELLED");
    }

    /// The payment that the shop keeps for it: one, or none.
    List<String> payments() {
        return Stream.of(order.path("paymentId").asText(""))
                .filter(it -> !it.isEmpty() && !isCancelled())
                .toList();
    }

    int quantity() {
        return order.path("lines").path(0).path("quantity").asInt();
    }

    List<Told> events() {
        return history.stream()
                .map(it -> new Told(it.path("sequence").asInt(), it.path("type").asText()))
                .toList();
    }

    /// The payments that are to go back.
    List<String> refunds() {
        return history.stream()
                .filter(it -> it.path("type").asText().equals("RefundRequired"))
                .map(it -> it.path("event").path("paymentId").asText())
                .toList();
    }
}
