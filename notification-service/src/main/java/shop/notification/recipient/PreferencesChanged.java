package shop.notification.recipient;

/// A customer has chosen anew: what waits because of the choice before may go on. Said in the transaction of the
/// change.
public record PreferencesChanged(String customerId) {}
