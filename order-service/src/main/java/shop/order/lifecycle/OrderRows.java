package shop.order.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.order.customer.Address;

/// How an order stands in its row: written once, whole; afterwards only status and what belongs to it change.
@ApplicationScoped
class OrderRows {

    private static final TypeReference<List<OrderLine>> LINES = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    OrderRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Writes those that are not there yet and returns their ids.
    Set<UUID> insert(Collection<Order> orders) {
        return Set.copyOf(sql.query(
                """
                INSERT INTO orders (id, customer_id, status, sequence, lines, subtotal, discount, total, currency,
                    region, address_id, address, fingerprint, placed_at, changed_at)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING RETURNING id
                """,
                row -> row.getObject("id", UUID.class),
                Column.of("uuid", orders, Order::orderId),
                Column.of("text", orders, Order::customerId),
                Column.of("text", orders, it -> it.status().name()),
                Column.of("int4", orders, Order::sequence),
                Column.of("jsonb", orders, it -> write(it.lines())),
                Column.of("numeric", orders, it -> it.totals().subtotal().amount()),
                Column.of("numeric", orders, it -> it.totals().discount().amount()),
                Column.of("numeric", orders, it -> it.totals().total().amount()),
                Column.of("text", orders, it -> it.totals().currency().getCurrencyCode()),
                Column.of("text", orders, Order::region),
                Column.of("text", orders, Order::addressId),
                Column.of("jsonb", orders, it -> it.address() == null ? null : write(it.address())),
                Column.of("text", orders, Order::fingerprint),
                Column.of("timestamptz", orders, Order::placedAt),
                Column.of("timestamptz", orders, Order::changedAt)));
    }

    Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("customer_id"),
                new OrderStatus(row.getString("status")),
                row.getInt("sequence"),
                read(row.getString("lines"), LINES),
                new Totals(money(row, "subtotal"), money(row, "discount"), money(row, "total")),
                row.getString("region"),
                row.getString("address_id"),
                address(row.getString("address")),
                row.getString("fingerprint"),
                row.getString("payment_id"),
                tracking(row),
                instant(row, "placed_at"),
                instant(row, "changed_at"));
    }

    static MovedOrder moved(ResultSet row) throws SQLException {
        return new MovedOrder(
                row.getObject("id", UUID.class),
                row.getString("customer_id"),
                row.getInt("sequence"),
                row.getString("payment_id"),
                money(row, "total"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of " + value.getClass(), e);
        }
    }

    private @Nullable Address address(@Nullable String text) {
        return text == null ? null : read(text, new TypeReference<Address>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds what cannot be read", e);
        }
    }

    private static Order.@Nullable Tracking tracking(ResultSet row) throws SQLException {
        var carrier = row.getString("carrier");
        return carrier == null
                ? null
                : new Order.Tracking(
                        carrier, row.getString("tracking_number"), row.getObject("expected_delivery", LocalDate.class));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), Currency.getInstance(row.getString("currency")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
