package shop.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.sql.CopyRows;

/// A row of the table `product` on its way into the database, its fields named as the columns.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProductRow(
        String productId,
        long version,
        ProductStatus status,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        BigDecimal price,
        String currency,
        long popularity,
        Map<String, String> attributes,
        boolean inStock,
        List<String> inStockRegions,
        List<String> soldIn,
        long ratingSum,
        int reviewCount,
        Instant createdAt,
        Instant updatedAt) {

    /// In the order of [#addTo].
    static final String COLUMNS = """
            product_id, version, status, name, description, brand, category, price, currency, popularity, attributes,
            in_stock, in_stock_regions, sold_in, rating_sum, review_count, created_at, updated_at""";

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    static ProductRow of(Product product) {
        var details = product.details();
        return new ProductRow(
                product.productId(),
                product.version(),
                product.status(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                details.price().amount(),
                details.price().currency().getCurrencyCode(),
                details.popularity(),
                details.attributes(),
                product.availability().inStock(),
                product.availability().regions(),
                product.availability().soldIn(),
                product.rating().sum(),
                product.rating().count(),
                product.createdAt(),
                product.updatedAt());
    }

    void addTo(CopyRows rows, ObjectMapper json) {
        rows.add(
                productId,
                version,
                status,
                name,
                description,
                brand,
                category,
                price.toPlainString(),
                currency,
                popularity,
                text(attributes, json),
                inStock,
                CopyRows.array(inStockRegions),
                CopyRows.array(soldIn),
                ratingSum,
                reviewCount,
                createdAt,
                updatedAt);
    }

    private static String text(Map<String, String> attributes, ObjectMapper json) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// Reads a whole row back.
    static Product read(ResultSet row, ObjectMapper json) throws SQLException {
        return new Product(
                row.getString("product_id"),
                row.getLong("version"),
                ProductStatus.valueOf(row.getString("status")),
                details(row, json),
                new Availability(row.getBoolean("in_stock"), texts(row, "in_stock_regions"), texts(row, "sold_in")),
                new Rating(row.getLong("rating_sum"), row.getInt("review_count")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static ProductDetails details(ResultSet row, ObjectMapper json) throws SQLException {
        return new ProductDetails(
                row.getString("name"),
                row.getString("description"),
                row.getString("brand"),
                row.getString("category"),
                new Money(row.getBigDecimal("price"), Currency.getInstance(row.getString("currency"))),
                row.getLong("popularity"),
                attributes(row, json));
    }

    private static Map<String, String> attributes(ResultSet row, ObjectMapper json) throws SQLException {
        try {
            return json.readValue(row.getString("attributes"), ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new SQLException("The column attributes holds no object of texts", e);
        }
    }
}
