package shop.order.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import shop.contracts.Ids;
import shop.contracts.sql.Sql;
import shop.order.customer.CustomerRefusal.CustomerExists;
import shop.order.customer.CustomerRefusal.UnknownCustomer;

/// Who buys. Each change raises the row's version, from which it is told.
@ApplicationScoped
class Customers {

    private final Sql sql;
    private final Event<CustomersChanged> changed;
    private final Event<CustomerErased> erased;

    Customers(Sql sql, Event<CustomersChanged> changed, Event<CustomerErased> erased) {
        this.sql = sql;
        this.changed = changed;
        this.erased = erased;
    }

    /// Throws [UnknownCustomer] where there is none.
    Customer get(String customerId) {
        return find(customerId).orElseThrow(() -> new UnknownCustomer(customerId));
    }

    Optional<Customer> find(String customerId) {
        return sql.first(
                """
                SELECT customer_id, version, name, email, phone, membership, member_from, member_until FROM customer
                WHERE customer_id = ? AND NOT erased
                """,
                row -> new Customer(
                        row.getString("customer_id"),
                        row.getLong("version"),
                        new Profile(
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("phone"),
                                Membership.valueOf(row.getString("membership")),
                                Sql.instant(row, "member_from"),
                                Sql.instant(row, "member_until"))),
                customerId);
    }

    /// Throws [CustomerExists] where the id is taken.
    void register(String customerId, Profile profile, Instant now) {
        var registered = sql.update(
                """
                INSERT INTO customer
                    (customer_id, event_id, name, email, phone, membership, member_from, member_until, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                customerId,
                Ids.next(),
                profile.name(),
                profile.email(),
                profile.phone(),
                profile.membership().name(),
                profile.memberFrom(),
                profile.memberUntil(),
                now);
        if (registered == 0) {
            throw new CustomerExists(customerId);
        }
        changed.fire(new CustomersChanged());
    }

    /// Replaces what is known, if `version` is the current one; false where somebody was faster.
    boolean change(String customerId, long version, Profile profile, Instant now) {
        var changes = sql.update(
                """
                UPDATE customer SET version = version + 1, event_id = ?, name = ?, email = ?, phone = ?,
                    membership = ?, member_from = ?, member_until = ?, changed_at = ?
                WHERE customer_id = ? AND version = ? AND NOT erased
                """,
                Ids.next(),
                profile.name(),
                profile.email(),
                profile.phone(),
                profile.membership().name(),
                profile.memberFrom(),
                profile.memberUntil(),
                now,
                customerId,
                version);
        changed.fire(new CustomersChanged());
        return changes > 0;
    }

    /// Forgets the person: what stays is the id and that it was erased. Throws [UnknownCustomer] where there is none.
    void erase(String customerId, Instant now) {
        // The row first: its lock keeps an order that is being placed from copying an address past this.
        var changes = sql.update("""
                UPDATE customer SET version = version + 1, event_id = ?, erased = true, name = NULL, email = NULL,
                    phone = NULL, membership = NULL, member_from = NULL, member_until = NULL, changed_at = ?
                WHERE customer_id = ? AND NOT erased
                """, Ids.next(), now, customerId);
        if (changes == 0) {
            throw new UnknownCustomer(customerId);
        }
        sql.update("DELETE FROM customer_address WHERE customer_id = ?", customerId);
        erased.fire(new CustomerErased(customerId));
        changed.fire(new CustomersChanged());
    }
}
