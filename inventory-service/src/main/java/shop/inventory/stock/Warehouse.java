package shop.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A place that holds stock and ships it.
@Entity
@Table(name = "warehouse")
class Warehouse {

    /// Every shop has this one from the start.
    static final String MAIN = "MAIN";

    @Id
    @Column(name = "warehouse_id")
    private String warehouseId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String region;

    /// Among the warehouses of a region, the lowest gives first.
    @Column(nullable = false)
    private int priority;

    /// Counts what was sent, not what differed, so it is no `@Version`; changes wait for one another by the row's lock.
    @Column(nullable = false)
    private long version;

    /// For Hibernate, which fills the fields itself.
    @SuppressWarnings("NullAway.Init")
    Warehouse() {}

    Warehouse(String warehouseId, String name, String region, int priority) {
        this.warehouseId = warehouseId;
        this.name = name;
        this.region = region;
        this.priority = priority;
        this.version = 1;
    }

    /// Takes over all that was sent of it.
    void become(Warehouse sent) {
        name = sent.name;
        region = sent.region;
        priority = sent.priority;
        version++;
    }

    String warehouseId() {
        return warehouseId;
    }

    String name() {
        return name;
    }

    String region() {
        return region;
    }

    int priority() {
        return priority;
    }

    long version() {
        return version;
    }
}
