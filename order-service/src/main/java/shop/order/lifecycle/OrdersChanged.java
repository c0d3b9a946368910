package shop.order.lifecycle;

/// Fired in the transaction that gave an order something to tell.
record OrdersChanged() {}
