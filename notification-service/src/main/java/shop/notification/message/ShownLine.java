package shop.notification.message;

import java.util.Map;

/// One product of an order or a cart, as mails show it.
///
/// @param price empty where it is not known
record ShownLine(int quantity, String product, String price) {

    static ShownLine of(OrderEvent.Line line, String currency, Style style) {
        return new ShownLine(line.quantity(), product(line.name()), style.money(line.total(), currency));
    }

    static ShownLine of(CartEvent.Line line, Style style) {
        var named = line.name() == null || line.name().isBlank() ? line.productId() : line.name();
        return new ShownLine(line.quantity(), product(named), price(line, style));
    }

    private static String product(String name) {
        return Plain.line(name, Room.PRODUCT);
    }

    /// Of one: what several cost together only a quote knows.
    private static String price(CartEvent.Line line, Style style) {
        if (line.unitPrice() == null || line.currency() == null) {
            return "";
        }
        var price = style.money(line.unitPrice(), line.currency());
        return line.quantity() == 1 ? price : style.word("each", Map.of("price", price));
    }
}
