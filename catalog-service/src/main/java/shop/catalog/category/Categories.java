package shop.catalog.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shop.contracts.sql.Sql;

/// The table `category`. Categories come and stay, so those once seen need no second look.
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<CategoryRow, String> {

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

    Optional<Category> named(String id) {
        return findByIdOptional(id).map(CategoryRow::toCategory);
    }

    /// At most `limit` categories by id, those after the given one.
    List<Category> after(String id, int limit) {
        return find("category > ?1 order by category", id).page(0, limit).stream()
                .map(CategoryRow::toCategory)
                .toList();
    }

    /// At most `limit` categories whose name or id begins so, whatever the case of the letters.
    public List<Category> beginning(String text, int limit) {
        var begins = text.toLowerCase(Locale.ROOT);
        return find(
                        "left(lower(name), ?2) = ?1 or left(lower(category), ?2) = ?1 order by category",
                        begins,
                        begins.length())
                .page(0, limit)
                .stream()
                .map(CategoryRow::toCategory)
                .toList();
    }

    /// False if it was there before.
    ///
    /// One statement and no `persist`: of those who add it at once all but one are told so, and none fails.
    boolean add(Category category) {
        var insert = "insert into CategoryRow (category, name) values (?1, ?2) on conflict do nothing";
        return getSession()
                        .createMutationQuery(insert)
                        .setParameter(1, category.category())
                        .setParameter(2, category.name())
                        .executeUpdate()
                == 1;
    }
}
