package shop.load.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import shop.load.measure.Wait;
import shop.local.catalogue.Catalogue;
import shop.local.server.Databases;

/// Gives 40 of 100 products a rating, as reviews would: most have few, a few have thousands, and most are good.
///
/// Straight into the database, as millions of reviews would take hours and are not what is measured.
///
/// @param address of PostgreSQL
record Ratings(String address, Catalogue catalogue, ProductsInIndex index) {

    private static final int PRODUCTS_AT_ONCE = 5_000;
    private static final String EXIST = "{\"exists\": {\"field\": \"rating\"}}";

    /// Locked in the order of ids, as everybody does who changes several.
    private static final String RATE = """
            WITH drawn AS (
                SELECT product_id, (hashtext(product_id || 'count') & 65535) / 65536.0 AS many,
                       (hashtext(product_id || 'stars') & 65535) / 65536.0 AS bad
                FROM product
                WHERE product_id >= ? AND product_id < ? AND abs(hashtext(product_id) % 100) < 40 AND review_count = 0
                ORDER BY product_id FOR NO KEY UPDATE
            ), rated AS (
                SELECT product_id, bad, 1 + least(20000, floor(3 * (power(1 - many, -0.9) - 1)))::int AS reviews
                FROM drawn
            ), changed AS (
                UPDATE product SET review_count = reviews, rating_sum = round(reviews * (5 - 3 * bad * bad)),
                                   version = version + 1, updated_at = now()
                FROM rated WHERE rated.product_id = product.product_id RETURNING product.product_id
            )
            INSERT INTO untold (product_id) SELECT product_id FROM changed
            """;

    /// Returns when they are found, or nothing more is.
    ///
    /// @param first the number of the first product
    /// @param end the number after the last one
    void give(long first, long end) throws SQLException {
        var begin = System.nanoTime();
        try (var database = Databases.connect(address, "catalog")) {
            var rated = rate(database, first, end);
            var found = Wait.toReach(allRated(database), () -> index.count(EXIST));
            System.out.printf(
                    "%n%,d of them were given ratings, and all are %s after %.1f s%n",
                    rated, found ? "found" : "NOT found", (System.nanoTime() - begin) / 1e9);
        }
    }

    private int rate(Connection database, long first, long end) throws SQLException {
        var rated = 0;
        try (var statement = database.prepareStatement(RATE)) {
            for (var next = first; next < end; next += PRODUCTS_AT_ONCE) {
                statement.setString(1, catalogue.productId(next));
                statement.setString(2, catalogue.productId(Math.min(end, next + PRODUCTS_AT_ONCE)));
                rated += statement.executeUpdate();
            }
        }
        return rated;
    }

    private static long allRated(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM product WHERE review_count > 0")) {
            row.next();
            return row.getLong(1);
        }
    }
}
