package shop.order.lifecycle;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// Fired in the transaction that cancels orders: whoever still does something for them ends it in the same one.
public record OrdersCancelled(Collection<UUID> orderIds, Instant at) {}
