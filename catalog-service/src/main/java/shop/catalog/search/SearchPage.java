package shop.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the products that were found.
///
/// @param total how many there are, counted up to 10,000
/// @param totalIsLowerBound true if there are more than `total`
record SearchPage(
        List<FoundProduct> items,
        long total,
        boolean totalIsLowerBound,
        @Nullable String nextCursor) {}
