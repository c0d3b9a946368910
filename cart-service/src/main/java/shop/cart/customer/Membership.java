package shop.cart.customer;

/// Whether a customer buys at members' prices. One that nobody registered is no member and may buy.
public enum Membership {
    NONE,
    MEMBER
}
