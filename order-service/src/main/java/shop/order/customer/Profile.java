package shop.order.customer;

/// What people say of themselves.
///
/// @param phone E.164: `+` and country code first
record Profile(String name, String email, String phone, Membership membership) {}
