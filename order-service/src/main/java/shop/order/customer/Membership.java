package shop.order.customer;

/// What a customer pays for beside the goods; it decides on membership prices.
enum Membership {
    NONE,
    MEMBER
}
