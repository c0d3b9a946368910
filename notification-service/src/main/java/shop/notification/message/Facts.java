package shop.notification.message;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shop.notification.message.CartEvent.CartExpired;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

/// What templates can name, by name: texts that are ready to be read, and lines of products.
final class Facts {

    /// More lines are counted, not shown: mail programs cut what is longer than 102 KB.
    private static final int MOST_LINES = 50;

    private final Map<String, Object> facts = new HashMap<>();
    private final Style style;
    private final ZoneId timeZone;

    private Facts(Style style, ZoneId timeZone) {
        this.style = style;
        this.timeZone = timeZone;
    }

    /// May be added to.
    static Map<String, Object> of(ShopEvent event, Reader reader, String shop, Style style) {
        var of = new Facts(style, reader.timeZone());
        of.put("shop", shop);
        of.put("name", reader.name() == null ? null : Plain.line(reader.name(), Room.NAME));
        of.put("unsubscribe", event.kind().isReminder() ? reader.unsubscribe() : null);
        of.put("words", style.words(of.facts));
        of.put(event);
        return of.facts;
    }

    private void put(ShopEvent event) {
        switch (event) {
            case OrderEvent order -> {
                put("order", order.orderId());
                put(order);
            }
            case CartExpiring cart -> {
                put(cart.lines(), it -> ShownLine.of(it, style));
                put("expires_at", style.moment(cart.expiresAt(), timeZone));
            }
            case CartExpired cart -> put(cart.lines(), it -> ShownLine.of(it, style));
        }
    }

    private void put(OrderEvent event) {
        switch (event) {
            case OrderPlaced placed -> {
                put(placed.lines(), it -> ShownLine.of(it, placed.currency(), style));
                put("total", style.money(placed.total(), placed.currency()));
            }
            case OrderShipped shipped -> put(shipped);
            case OrderCancelled cancelled -> put("reason", style.reason(cancelled.reason()));
            case RefundRequired refund -> {
                put("amount", style.money(refund.amount(), refund.currency()));
                put("reason", style.reason(refund.reason()));
            }
            case OrderConfirmed _, OrderDelivered _ -> {}
        }
    }

    private void put(OrderShipped shipped) {
        var room = style.room();
        var expected = shipped.expectedDelivery();
        put("carrier", Plain.line(shipped.carrier(), room.carrier));
        put("tracking_number", Plain.line(shipped.trackingNumber(), room.trackingNumber));
        put("expected_delivery", expected == null ? null : style.date(expected));
    }

    private <T> void put(List<T> lines, Function<T, ShownLine> shown) {
        put("lines", lines.stream().limit(MOST_LINES).map(shown).toList());
        put("more", Math.max(0, lines.size() - MOST_LINES));
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
