package shop.inventory.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import shop.contracts.bulk.ImportBody;
import shop.contracts.sql.Sql;
import shop.inventory.stock.StockKeeping.Counted;

/// What people do with stock, on the real database, for tests in other packages.
@ApplicationScoped
public class StockDesk {

    private final SetStock setStock;
    private final StockImport stockImport;
    private final StockRows rows;
    private final ObjectMapper json;

    StockDesk(SetStock setStock, StockImport stockImport, StockRows rows, ObjectMapper json) {
        this.setStock = setStock;
        this.stockImport = stockImport;
        this.rows = rows;
        this.json = json;
    }

    public static StockRows rowsIn(Sql database) {
        return new StockRows(database);
    }

    public static Ledger ledgerIn(Sql database) {
        return new Ledger(database);
    }

    /// Several counts are an import. What is refused changes nothing.
    public void count(Collection<Counted> counts) {
        if (counts.size() == 1) {
            counts.forEach(this::count);
        } else {
            importAll(counts);
        }
    }

    public void adjust(Counted change, String key) {
        unlessRefused(() -> setStock.adjust(place(change), change.onHand(), "found", key));
    }

    private void count(Counted count) {
        var stock = rows.of(count.productId());
        unlessRefused(() -> {
            if (stock.flatMap(it -> it.in(count.warehouseId())).isEmpty()) {
                setStock.begin(place(count), count.onHand());
            } else {
                setStock.count(
                        place(count),
                        count.onHand(),
                        "\"%d\"".formatted(stock.get().onHandVersion()));
            }
        });
    }

    private void importAll(Collection<Counted> counts) {
        var lines = counts.stream().map(this::line).collect(Collectors.joining("\n"));
        var body = ImportBody.of(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        stockImport.run(UUID.randomUUID().toString(), body);
    }

    private String line(Counted count) {
        try {
            return json.writeValueAsString(count);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Place place(Counted counted) {
        return new Place(counted.productId(), counted.warehouseId());
    }

    private static void unlessRefused(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (StockRefused _) {
            // The reference refuses it too, or the comparison says so.
        }
    }
}
