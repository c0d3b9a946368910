package shop.order.payment;

/// What has become of an order's payment. All but the first are for good.
enum PaymentStatus {
    /// Not known yet: the gateway is asked until it is.
    DUE,
    SUCCEEDED,
    FAILED,
    /// Never taken, and never will be.
    VOIDED
}
