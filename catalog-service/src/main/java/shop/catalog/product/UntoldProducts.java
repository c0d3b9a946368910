package shop.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import shop.contracts.Ids;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The table `untold`: an entry for each change of a product that is not on the topic yet.
@ApplicationScoped
class UntoldProducts implements Untold {

    private static final UUID PRODUCT_CHANGED = UUID.fromString("0193b6a2-5c11-7d70-9a55-1b0e6b1f2a01");

    private final ObjectMapper json;

    UntoldProducts(ObjectMapper json) {
        this.json = json;
    }

    /// A product stands once for all its entries: what it is now is what each of them has to tell.
    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = """
                SELECT p.*, u.entries
                FROM (
                    SELECT product_id, min(entry) AS first, string_agg(entry::text, ',') AS entries
                    FROM (SELECT entry, product_id FROM untold ORDER BY entry LIMIT ?) oldest
                    GROUP BY product_id
                ) u CROSS JOIN LATERAL (SELECT * FROM product WHERE product_id = u.product_id LIMIT 1) p
                ORDER BY u.first
                """; // Lateral: each by its key. How few they are is more than the planner knows.
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (row.next()) {
                    var product = ProductRow.read(row, json);
                    rows.add(new Row(row.getString("entries"), product.version(), changed(product)));
                }
                return rows;
            }
        }
    }

    /// Removes the entries that were read, and no others: a change in between has made one of its own.
    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var sql = "DELETE FROM untold WHERE entry = ANY (string_to_array(?, ',')::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, told.stream().map(Row::id).collect(Collectors.joining(",")));
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
