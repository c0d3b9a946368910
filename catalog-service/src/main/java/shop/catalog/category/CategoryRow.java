package shop.catalog.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table `category`, as Hibernate needs it: no record can be an entity.
@Entity
@Table(name = "category")
class CategoryRow {

    @Id
    private String category;

    @Column(nullable = false)
    private String name;

    /// For Hibernate, which fills the fields itself.
    @SuppressWarnings("NullAway.Init")
    CategoryRow() {}

    Category toCategory() {
        return new Category(category, name);
    }
}
