package shop.inventory.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.contracts.sql.Sql;

/// The table `warehouse`.
@ApplicationScoped
class Warehouses implements PanacheRepositoryBase<Warehouse, String> {

    private final Sql database;

    Warehouses(Sql database) {
        this.database = database;
    }

    /// The warehouse, which nobody else changes until this transaction ends; stock may still come to lie in it.
    Optional<Warehouse> locked(String warehouseId) {
        return findByIdOptional(warehouseId, LockModeType.PESSIMISTIC_WRITE); // FOR NO KEY UPDATE
    }

    void mustHave(String warehouseId) {
        if (findByIdOptional(warehouseId).isEmpty()) {
            throw new StockRefused.UnknownWarehouse(warehouseId);
        }
    }

    Set<String> existing(Collection<String> warehouseIds) {
        var sql = "SELECT warehouse_id FROM warehouse WHERE warehouse_id = ANY(?)";
        return database.query(sql, row -> row.getString(1), (Object) warehouseIds.toArray(String[]::new)).stream()
                .collect(Collectors.toSet());
    }

    /// False if another request has added it meanwhile: one statement and no `persist`, so that none of them fails.
    boolean add(Warehouse warehouse) {
        var insert = """
                insert into Warehouse (warehouseId, name, region, priority, version) values (?1, ?2, ?3, ?4, ?5)
                on conflict do nothing
                """;
        return getSession()
                        .createMutationQuery(insert)
                        .setParameter(1, warehouse.warehouseId())
                        .setParameter(2, warehouse.name())
                        .setParameter(3, warehouse.region())
                        .setParameter(4, warehouse.priority())
                        .setParameter(5, warehouse.version())
                        .executeUpdate()
                == 1;
    }

    /// Those behind this one, by their ids.
    List<Warehouse> behind(String warehouseId, int limit) {
        return find("warehouseId > ?1", Sort.by("warehouseId"), warehouseId)
                .page(0, limit)
                .list();
    }

    /// Lets all that lies in a warehouse be told anew, as its region has changed: [TellMoved] does so.
    void tellAgain(String warehouseId) {
        database.update("UPDATE warehouse SET told_again_to = '' WHERE warehouse_id = ?", warehouseId);
    }
}
