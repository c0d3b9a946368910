package shop.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import shop.contracts.Ids;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The products whose latest version is not on the topic yet.
@ApplicationScoped
class UntoldProducts implements Untold {

    private static final UUID PRODUCT_CHANGED = UUID.fromString("0193b6a2-5c11-7d70-9a55-1b0e6b1f2a01");

    private final ObjectMapper json;

    UntoldProducts(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = "SELECT * FROM product WHERE told_version < version ORDER BY updated_at, product_id LIMIT ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (row.next()) {
                    var product = ProductRow.read(row, json);
                    rows.add(new Row(product.productId(), product.version(), changed(product)));
                }
                return rows;
            }
        }
    }

    /// Locks in the order of ids, as everyone does who writes several products at once.
    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var sql = """
                WITH told AS (
                    SELECT p.product_id, t.version
                    FROM product p JOIN unnest(?, ?) t(product_id, version) ON t.product_id = p.product_id
                    ORDER BY p.product_id FOR NO KEY UPDATE OF p
                )
                UPDATE product p SET told_version = told.version
                FROM told WHERE p.product_id = told.product_id AND p.told_version < told.version
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, told.stream().map(Row::id).toArray(String[]::new));
            statement.setObject(2, told.stream().map(Row::version).toArray(Long[]::new));
            statement.executeUpdate();
        }
    }

    /// The id is the same whenever the same version is told again.
    private OutgoingEvent changed(Product product) {
        return new OutgoingEvent(
                Ids.of(PRODUCT_CHANGED, product.productId() + "/" + product.version())
                        .toString(),
                "ProductChanged",
                "/catalog-service",
                product.productId(),
                product.updatedAt(),
                data(product));
    }

    private byte[] data(Product product) {
        try {
            return json.writeValueAsBytes(ProductSnapshot.of(product));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
