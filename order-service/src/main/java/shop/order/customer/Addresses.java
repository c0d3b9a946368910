package shop.order.customer;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.order.customer.CustomerRefusal.AddressExists;
import shop.order.customer.CustomerRefusal.UnknownAddress;
import shop.order.customer.CustomerRefusal.UnknownCustomer;

/// Where the customers get their parcels.
@ApplicationScoped
public class Addresses {

    private final Sql sql;
    private final ObjectMapper json;

    Addresses(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// The addresses that exist, for copies that this transaction keeps: nobody erases the customers before its end.
    public Map<Address.Key, Address> copiesOf(Collection<Address.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(
                        """
                        SELECT a.customer_id, a.address_id, a.address
                        FROM unnest(?, ?) AS k (customer_id, address_id)
                        JOIN customer_address a USING (customer_id, address_id)
                        JOIN customer c ON c.customer_id = a.customer_id
                        ORDER BY a.customer_id FOR SHARE OF c
                        """,
                        row -> Map.entry(
                                new Address.Key(row.getString("customer_id"), row.getString("address_id")),
                                read(row.getString("address"))),
                        Column.of("text", keys, Address.Key::customerId),
                        Column.of("text", keys, Address.Key::addressId))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// A customer's addresses by their ids, those after the given id.
    List<Named> of(String customerId, String after, int limit) {
        return sql.query(
                """
                SELECT address_id, address FROM customer_address
                WHERE customer_id = ? AND address_id > ? ORDER BY address_id LIMIT ?
                """,
                row -> new Named(row.getString("address_id"), read(row.getString("address"))),
                customerId,
                after,
                limit);
    }

    /// Throws [UnknownCustomer], or [AddressExists] where the customer has one of this id.
    void add(String customerId, String addressId, Address address) {
        if (!customerStays(customerId)) {
            throw new UnknownCustomer(customerId);
        }
        var added = sql.update("""
                INSERT INTO customer_address (customer_id, address_id, address) VALUES (?, ?, ?::jsonb)
                ON CONFLICT DO NOTHING
                """, customerId, addressId, write(address));
        if (added == 0) {
            throw new AddressExists(addressId);
        }
    }

    /// Orders keep their copies. Throws [UnknownAddress] where there is none.
    void remove(String customerId, String addressId) {
        var removing = "DELETE FROM customer_address WHERE customer_id = ? AND address_id = ?";
        if (sql.update(removing, customerId, addressId) == 0) {
            throw new UnknownAddress(addressId);
        }
    }

    /// Without this lock an address could be added to a customer who is just being erased.
    private boolean customerStays(String customerId) {
        var sharing = "SELECT 1 FROM customer WHERE customer_id = ? AND NOT erased FOR SHARE";
        return sql.first(sharing, row -> row.getInt(1), customerId).isPresent();
    }

    private Address read(String address) {
        try {
            return json.readValue(address, Address.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds what cannot be read", e);
        }
    }

    private String write(Address address) {
        try {
            return json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of an address", e);
        }
    }

    /// An address with its id.
    record Named(String addressId, Address address) {}
}
