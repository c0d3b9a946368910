package shop.order.customer;

/// Fired in the transaction that erases a customer: whoever keeps data of the person forgets it in the same one.
public record CustomerErased(String customerId) {}
