package shop.order.customer;

/// Fired in the transaction that gave a customer something to tell.
record CustomersChanged() {}
