package shop.order.customer;

/// Why something cannot be done to a customer.
public abstract sealed class CustomerRefusal extends RuntimeException {

    private final String id;

    private CustomerRefusal(String message, String id) {
        super(message);
        this.id = id;
    }

    /// Of the customer or address in question.
    public String id() {
        return id;
    }

    /// Nobody of this id is registered, or they were erased.
    public static final class UnknownCustomer extends CustomerRefusal {
        UnknownCustomer(String customerId) {
            super("There is no customer " + customerId, customerId);
        }
    }

    /// The id is taken; that of an erased customer stays so.
    public static final class CustomerExists extends CustomerRefusal {
        CustomerExists(String customerId) {
            super("The customer id %s is taken".formatted(customerId), customerId);
        }
    }

    /// The customer has no address of this id.
    public static final class UnknownAddress extends CustomerRefusal {
        UnknownAddress(String addressId) {
            super("The customer has no address " + addressId, addressId);
        }
    }

    public static final class AddressExists extends CustomerRefusal {
        AddressExists(String addressId) {
            super("The customer has an address %s already".formatted(addressId), addressId);
        }
    }
}
