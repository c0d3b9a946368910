package shop.notification.recipient;

import java.util.Collection;

/// These customers were erased, or removed by their tombstone: whatever is kept of them is to go. May be said again.
///
/// Fired as a synchronous CDI event inside the transaction that forgets them here, so that observers forget in the
/// same one. If one throws, nobody is forgotten: it is tried again or, where that cannot help, ends as a dead letter.
public record CustomersForgotten(Collection<String> customerIds) {}
