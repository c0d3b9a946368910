package shop.notification.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something that a customer is told of, as other services say it.
public sealed interface ShopEvent permits OrderEvent, CartEvent {

    String customerId();

    /// The order or the cart that it is about: messages about the same one go out in sequence.
    UUID storyId();

    /// Its place in the story.
    int sequence();

    Instant at();

    /// From when on it is no news any more and need not be told; empty where it always is.
    default Optional<Instant> uselessFrom() {
        return Optional.empty();
    }

    default Kind kind() {
        return Kind.of(this);
    }
}
