package shop.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Sql;

/// Reads the table `movement`.
@ApplicationScoped
class Movements {

    private static final String SELECT = """
            SELECT movement_id, moved_at, kind, product_id, warehouse_id, quantity, order_id, reason, adjustment_key
            FROM movement
            """;

    private final Sql database;

    Movements(Sql database) {
        this.database = database;
    }

    /// The movements of a product, newest first, from before this one on.
    List<Entry> of(String productId, long before, int limit) {
        var sql = SELECT + "WHERE product_id = ? AND movement_id < ? ORDER BY movement_id DESC LIMIT ?";
        return database.query(sql, Entry::read, productId, before, limit);
    }

    /// The latest movement of a place that has one.
    Entry newest(Place place) {
        var sql = SELECT + "WHERE product_id = ? AND warehouse_id = ? ORDER BY movement_id DESC LIMIT 1";
        return database.query(sql, Entry::read, place.productId(), place.warehouseId())
                .getFirst();
    }

    Optional<Entry> adjustment(String productId, String key) {
        var sql = SELECT + "WHERE product_id = ? AND adjustment_key = ?";
        return database.first(sql, Entry::read, productId, key);
    }

    /// A movement as it stands in the ledger.
    ///
    /// @param orderId for whom stock was reserved, released or shipped
    /// @param adjustmentKey the Idempotency-Key by which whoever sent an adjustment finds it again
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long movementId,
            Instant at,
            Movement.Kind kind,
            String productId,
            String warehouseId,
            long quantity,
            @Nullable UUID orderId,
            @Nullable String reason,
            @Nullable String adjustmentKey) {

        private static Entry read(ResultSet row) throws SQLException {
            return new Entry(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    Movement.Kind.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getObject(7, UUID.class),
                    row.getString(8),
                    row.getString(9));
        }
    }
}
