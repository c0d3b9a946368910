package shop.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shop.catalog.database.Sql;

/// The table `category`. Categories come and stay, so those once seen need no second look.
@ApplicationScoped
public class Categories {

    private final Sql sql;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Categories(Sql sql) {
        this.sql = sql;
    }

    /// Those of the ids that do not exist.
    public Set<String> unknownOf(Collection<String> ids) {
        var unknown = new HashSet<>(ids);
        unknown.removeAll(seen);
        if (!unknown.isEmpty()) {
            var found = sql.query(
                    "SELECT category FROM category WHERE category = ANY(?)", row -> row.getString("category"), (Object)
                            unknown.toArray(String[]::new));
            seen.addAll(found);
            found.forEach(unknown::remove);
        }
        return unknown;
    }

    Optional<Category> find(String id) {
        return read("WHERE category = ?", id).stream().findFirst();
    }

    /// At most `limit` categories by id, those after the given one.
    List<Category> after(String id, int limit) {
        return read("WHERE category > ? ORDER BY category LIMIT ?", id, limit);
    }

    /// False if it was there before.
    boolean add(Category category) {
        var sqlText = "INSERT INTO category (category, name) VALUES (?, ?) ON CONFLICT DO NOTHING";
        return sql.update(sqlText, category.category(), category.name()) == 1;
    }

    private List<Category> read(String where, Object... values) {
        return sql.query(
                "SELECT category, name FROM category " + where,
                row -> new Category(row.getString("category"), row.getString("name")),
                values);
    }
}
