package shop.notification.delivery;

/// What has held a notification back that is not for this service to hasten: the promise of delivery counts from
/// the end of it.
enum Hold {
    /// The event has overtaken the customer.
    CUSTOMER,
    /// The customer wants to be left alone.
    QUIET_HOURS,
    /// It had been sent, or given up, and was asked for again.
    RESEND
}
