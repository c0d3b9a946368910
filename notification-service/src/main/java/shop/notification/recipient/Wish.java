package shop.notification.recipient;

import java.util.List;
import java.util.Optional;

/// What a customer wants to have from now on.
///
/// @param tokens the only devices to be told on; empty where they are to stay as they are
record Wish(Choices choices, Optional<List<PushToken>> tokens) {}
