package shop.catalog.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The ranges of prices that customers think in. A product is indexed with its own, as counting those is far cheaper
/// than comparing prices; so other bounds need another [IndexDefinition].
final class PriceBands {

    private static final List<Integer> BOUNDS = List.of(0, 10, 25, 50, 100, 250, 500, 1000);

    private PriceBands() {}

    /// The band of a price, by its lower bound, which belongs to it.
    static String of(long priceUnits) {
        return BOUNDS.reversed().stream()
                .filter(it -> units(it) <= priceUnits)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /// From the lowest.
    static List<Band> all() {
        return IntStream.range(0, BOUNDS.size())
                .mapToObj(it -> new Band(BOUNDS.get(it).toString(), end(it)))
                .toList();
    }

    private static @Nullable String end(int position) {
        return position == BOUNDS.size() - 1
                ? null
                : PriceUnits.amountOf(units(BOUNDS.get(position + 1)) - 1).toPlainString();
    }

    private static long units(int bound) {
        return PriceUnits.of(BigDecimal.valueOf(bound));
    }

    /// @param to the highest price that is still in it; null where there is none
    record Band(String from, @Nullable String to) {}
}
