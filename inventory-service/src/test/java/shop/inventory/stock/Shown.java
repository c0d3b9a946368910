package shop.inventory.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the world is shown of a product's stock.
public final class Shown {

    private Shown() {}

    /// As `GET /stock/{productId}?region=` shows it.
    public static long available(List<StockRow> rows, List<String> soldIn, @Nullable String region) {
        return StockView.of(new Stock("BOOK", rows, soldIn), region).available();
    }

    /// As a reader of StockChanged understands it.
    public static long told(List<StockRow> rows, List<String> soldIn, @Nullable String region) {
        var event = StockChanged.of(new Stock("BOOK", rows, soldIn));
        return event.soldIn() == null || event.soldIn().stream().anyMatch(it -> it.equals(region))
                ? event.available()
                : 0;
    }
}
