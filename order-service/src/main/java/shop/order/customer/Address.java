package shop.order.customer;

import org.jspecify.annotations.Nullable;

/// Where parcels go.
///
/// @param country ISO 3166-1 alpha-2
public record Address(
        String recipient,
        String street,
        String postalCode,
        String city,
        @Nullable String region,
        String country) {

    /// Which of a customer's addresses.
    public record Key(String customerId, String addressId) {}
}
