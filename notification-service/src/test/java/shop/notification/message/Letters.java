package shop.notification.message;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

/// Events with this or that in them, and what is written about them.
final class Letters {

    static final Messages MESSAGES = new Messages("Shop");
    static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");
    static final Instant AT = Instant.parse("2026-11-27T15:05:30Z");

    private Letters() {}

    static Message written(ShopEvent event, String language) {
        return MESSAGES.write(event, Examples.reader(Locale.forLanguageTag(language)));
    }

    static Message written(ShopEvent event) {
        return written(event, "en");
    }

    static Message writtenTo(@Nullable String name, ShopEvent event) {
        return MESSAGES.write(event, new Reader(Locale.ENGLISH, ZoneId.of("UTC"), name, null));
    }

    static Message writtenWith(@Nullable URI unsubscribe, Kind kind) {
        return MESSAGES.write(Examples.of(kind), new Reader(Locale.ENGLISH, ZoneId.of("UTC"), "Ann", unsubscribe));
    }

    static List<Message> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> MESSAGES.languages().map(it -> MESSAGES.write(Examples.of(kind), Examples.reader(it))))
                .toList();
    }

    static OrderPlaced placed(String name, int lines) {
        return new OrderPlaced(
                ORDER,
                "c-1",
                1,
                AT,
                Collections.nCopies(lines, new OrderEvent.Line(name, 2, "12345.67")),
                "1234567.00",
                "USD");
    }

    static OrderPlaced placedFor(String total) {
        return new OrderPlaced(ORDER, "c-1", 1, AT, List.of(), total, "USD");
    }

    static OrderShipped shipped(String carrier, String trackingNumber, @Nullable LocalDate expectedDelivery) {
        return new OrderShipped(ORDER, "c-1", 3, AT, carrier, trackingNumber, expectedDelivery);
    }

    static OrderCancelled cancelled(String reason) {
        return new OrderCancelled(ORDER, "c-1", 2, AT, reason);
    }

    static RefundRequired refund(String amount, String reason) {
        return new RefundRequired(ORDER, "c-1", 4, AT, amount, "USD", reason);
    }

    static CartExpiring expiring(CartEvent.Line... lines) {
        return new CartExpiring(ORDER, "c-1", AT, AT, List.of(lines));
    }
}
