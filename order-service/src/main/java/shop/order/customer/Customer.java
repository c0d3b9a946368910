package shop.order.customer;

/// A registered customer.
///
/// @param version grows with every change and never starts again, not even by erasing
record Customer(String customerId, long version, Profile profile) {}
