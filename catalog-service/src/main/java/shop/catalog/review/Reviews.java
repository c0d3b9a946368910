package shop.catalog.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import shop.contracts.sql.Sql;

/// The table `review`.
@ApplicationScoped
class Reviews {

    private final Sql sql;

    Reviews(Sql sql) {
        this.sql = sql;
    }

    Optional<Review> find(String productId, String customerId) {
        return sql.first(
                "SELECT * FROM review WHERE product_id = ? AND customer_id = ?",
                Reviews::review,
                productId,
                customerId);
    }

    /// Newest first; at most `limit`.
    List<Review> list(String productId, ReviewPlace after, int limit) {
        return sql.query("""
                SELECT * FROM review WHERE product_id = ? AND (updated_at, customer_id) < (?, ?)
                ORDER BY updated_at DESC, customer_id DESC LIMIT ?
                """, Reviews::review, productId, after.updatedAt(), after.customerId(), limit);
    }

    /// Takes the place of the customer's review before, if there is one.
    void save(Review review) {
        sql.update(
                """
                INSERT INTO review (product_id, customer_id, rating, title, text, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (product_id, customer_id) DO UPDATE SET rating = excluded.rating, title = excluded.title,
                    text = excluded.text, updated_at = excluded.updated_at
                """,
                review.productId(),
                review.customerId(),
                review.rating(),
                review.title(),
                review.text(),
                review.createdAt(),
                review.updatedAt());
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getString("product_id"),
                row.getString("customer_id"),
                row.getInt("rating"),
                row.getString("title"),
                row.getString("text"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")));
    }
}
