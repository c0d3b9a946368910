package shop.notification.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.message.Kind;
import shop.notification.message.Message;

/// A message on its way to Ann, who can be reached in every way.
public record ADispatch(
        String email,
        List<String> devices,
        Message message,
        @Nullable URI unsubscribe) {

    public static final String PHONE = "+4915112345678";
    public static final String CUSTOMER = "ann";
    public static final UUID STORY = UUID.fromString("0192f0c1-1111-7000-8000-000000000001");

    public static ADispatch any() {
        var message =
                new Message("Your order is on its way", "<p>Hello Änn</p>", "Hello Änn", "Shipped: 5 < 6 & 7 > 6");
        return new ADispatch("ann@example.com", List.of("device-1"), message, null);
    }

    public ADispatch to(String otherEmail) {
        return new ADispatch(otherEmail, devices, message, unsubscribe);
    }

    public ADispatch withDevices(String... others) {
        return new ADispatch(email, List.of(others), message, unsubscribe);
    }

    public ADispatch withUnsubscribe(String link) {
        return new ADispatch(email, devices, message, URI.create(link));
    }

    public ADispatch withSubject(String subject) {
        var other = new Message(subject, message.html(), message.text(), message.brief());
        return new ADispatch(email, devices, other, unsubscribe);
    }

    public Dispatch on(Channel channel) {
        var contact = new Contact(CUSTOMER, "Ann Miller", email, PHONE, devices);
        var id = UUID.randomUUID() + ":" + channel;
        return new Dispatch(id, Kind.ORDER_SHIPPED, STORY, Instant.now(), contact, message, unsubscribe);
    }
}
