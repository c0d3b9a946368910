package shop.notification.message;

import java.util.Locale;
import java.util.stream.Collectors;
import shop.notification.channel.Channel;
import shop.notification.message.OrderEvent.Line;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

/// What a customer is told about an event.
///
/// @param brief the same in one line, for channels that are short of room
public record Message(String subject, String text, String brief) {

    public static Message about(OrderEvent.Told event) {
        var order = "order " + event.orderId();
        return switch (event) {
            case OrderPlaced placed ->
                message(
                        "We have your " + order,
                        "Thank you for your order.\n\n%s\n\nTotal: %s %s"
                                .formatted(lines(placed), placed.total(), placed.currency()),
                        "Total: %s %s.".formatted(placed.total(), placed.currency()));
            case OrderConfirmed _ ->
                message("Your " + order + " is confirmed", "Your payment has arrived. We are packing your order.");
            case OrderShipped shipped ->
                message(
                        "Your " + order + " is on its way",
                        "Carrier: %s\nTracking number: %s".formatted(shipped.carrier(), shipped.trackingNumber()),
                        "%s %s.".formatted(shipped.carrier(), shipped.trackingNumber()));
            case OrderDelivered _ -> message("Your " + order + " has been delivered", "We hope you enjoy it.");
            case OrderCancelled cancelled ->
                message("Your " + order + " is cancelled", "Reason: " + readable(cancelled.reason()));
            case RefundRequired refund ->
                message(
                        "You get money back for your " + order,
                        "We will refund %s %s.\nReason: %s"
                                .formatted(refund.amount(), refund.currency(), readable(refund.reason())),
                        "%s %s.".formatted(refund.amount(), refund.currency()));
        };
    }

    /// The text that fits the channel.
    public String bodyFor(Channel channel) {
        return switch (channel) {
            case EMAIL -> text;
            case SMS, PUSH -> brief;
        };
    }

    private static Message message(String subject, String text) {
        return message(subject, text, text);
    }

    private static Message message(String subject, String text, String brief) {
        return new Message(subject, "%s.\n\n%s\n\nYour shop\n".formatted(subject, text), subject + ". " + brief);
    }

    private static String lines(OrderPlaced placed) {
        return placed.lines().stream().map(it -> line(it, placed.currency())).collect(Collectors.joining("\n"));
    }

    private static String line(Line line, String currency) {
        return "%d x %s: %s %s".formatted(line.quantity(), line.name(), line.total(), currency);
    }

    /// `PAYMENT_DECLINED` is a code: "payment declined". Anything else is what a person wrote, and stays so.
    private static String readable(String reason) {
        return reason.matches("[A-Z_]+") ? reason.replace('_', ' ').toLowerCase(Locale.ROOT) : reason;
    }
}
