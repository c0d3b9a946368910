package shop.inventory.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.bulk.Import;
import shop.contracts.bulk.ImportBody;
import shop.contracts.bulk.ImportReport;
import shop.contracts.bulk.Imported;
import shop.contracts.bulk.Imports;

/// Sets the stock of many products, in blocks: per block one reading, one change, one entry into the ledger.
@ApplicationScoped
class StockImport {

    private final Import<Line> lines;
    private final StockRows rows;
    private final Ledger ledger;
    private final Warehouses warehouses;

    StockImport(
            ObjectMapper json,
            Validator validator,
            Imports imports,
            StockRows rows,
            Ledger ledger,
            Warehouses warehouses) {
        this.lines = new Import<>(Line.class, this::store, json, validator, imports);
        this.rows = rows;
        this.ledger = ledger;
        this.warehouses = warehouses;
    }

    ImportReport run(String importId, ImportBody body) {
        return lines.run(importId, body);
    }

    private Imported store(List<Line> lines) {
        var existing = warehouses.existing(
                lines.stream().map(it -> it.place().warehouseId()).collect(Collectors.toSet()));
        var places = lines.stream()
                .map(Line::place)
                .filter(it -> existing.contains(it.warehouseId()))
                .collect(Collectors.toSet());
        var fresh = rows.create(places);
        var locked = rows.locked(places.stream().map(Place::productId).collect(Collectors.toSet()));
        var block = new ImportBlock(fresh, locked);
        for (int i = 0; i < lines.size(); i++) {
            block.set(i, lines.get(i).place(), lines.get(i).onHand());
        }
        ledger.book(block.movements());
        return block.imported();
    }

    /// A line of the import; without a warehouse it is for MAIN.
    record Line(
            @NotNull @Id String productId,
            @Nullable @Id String warehouseId,
            @NotNull @Min(0) @Max(StockResource.MOST) Long onHand) {

        private Place place() {
            return new Place(productId, warehouseId == null ? Warehouse.MAIN : warehouseId);
        }
    }
}
