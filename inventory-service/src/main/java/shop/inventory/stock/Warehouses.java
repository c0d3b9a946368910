package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.inventory.database.Database;

/// The table `warehouse`.
@ApplicationScoped
class Warehouses {

    private final Database database;

    Warehouses(Database database) {
        this.database = database;
    }

    Optional<Warehouse> find(String warehouseId) {
        var sql = "SELECT warehouse_id, name, region, priority, version FROM warehouse WHERE warehouse_id = ?";
        return database.query(sql, Warehouse::read, warehouseId).stream().findFirst();
    }

    /// The same, and nobody else changes it until this transaction ends.
    Optional<Warehouse> locked(String warehouseId) {
        database.query("SELECT 1 FROM warehouse WHERE warehouse_id = ? FOR NO KEY UPDATE", row -> 1, warehouseId);
        return find(warehouseId);
    }

    void mustHave(String warehouseId) {
        if (find(warehouseId).isEmpty()) {
            throw new StockRefused.UnknownWarehouse(warehouseId);
        }
    }

    Set<String> existing(Collection<String> warehouseIds) {
        var sql = "SELECT warehouse_id FROM warehouse WHERE warehouse_id = ANY(?)";
        return database.query(sql, row -> row.getString(1), (Object) warehouseIds.toArray(String[]::new)).stream()
                .collect(Collectors.toSet());
    }

    /// Returns the warehouse as it is then.
    Warehouse put(Warehouse warehouse) {
        var sql = """
                INSERT INTO warehouse (warehouse_id, name, region, priority) VALUES (?, ?, ?, ?)
                ON CONFLICT (warehouse_id) DO UPDATE SET name = excluded.name, region = excluded.region,
                    priority = excluded.priority, version = warehouse.version + 1
                RETURNING warehouse_id, name, region, priority, version
                """;
        return database.query(
                        sql,
                        Warehouse::read,
                        warehouse.warehouseId(),
                        warehouse.name(),
                        warehouse.region(),
                        warehouse.priority())
                .getFirst();
    }

    /// Makes all that lies in a warehouse be told anew, as its region has changed.
    void tellAgain(String warehouseId) {
        var lockInOrder = """
                SELECT count(*) FROM (
                    SELECT 1 FROM stock WHERE warehouse_id = ? ORDER BY product_id FOR UPDATE) locked
                """;
        database.query(lockInOrder, row -> row.getLong(1), warehouseId);
        database.update("UPDATE stock SET version = version + 1 WHERE warehouse_id = ?", warehouseId);
    }
}
