package shop.catalog.search;

import java.util.List;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import shop.contracts.http.Problems;

/// The orders in which products can be found; within each, equals stand in the order of their ids.
enum Sorting {
    /// What fits the text best ([Wording]), the popular first where it fits alike; without a text, what is most
    /// popular.
    RELEVANCE(
            "relevance",
            SortOptions.of(s -> s.score(it -> it.order(SortOrder.Desc))),
            by("popularity", SortOrder.Desc)),
    CHEAPEST("price", by("priceUnits", SortOrder.Asc)),
    DEAREST("-price", by("priceUnits", SortOrder.Desc)),
    BEST_RATED("-rating", by("rating", SortOrder.Desc)),
    MOST_POPULAR("-popularity", by("popularity", SortOrder.Desc)),
    NEWEST("newest", by("createdAt", SortOrder.Desc));

    private final String parameter;
    private final List<SortOptions> keys;

    Sorting(String parameter, SortOptions... keys) {
        this.parameter = parameter;
        this.keys = List.of(keys);
    }

    /// Reads the parameter `sort`.
    static Sorting of(SearchParameters parameters) {
        var asked = parameters.text("sort").orElse(RELEVANCE.parameter);
        var sorting = Stream.of(values())
                .filter(it -> it.parameter.equals(asked))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("sort", "must be one of " + allowed()));
        return sorting == RELEVANCE && parameters.text("q").isEmpty() ? MOST_POPULAR : sorting;
    }

    List<SortOptions> options() {
        return Stream.concat(keys.stream(), Stream.of(by("productId", SortOrder.Asc)))
                .toList();
    }

    String parameter() {
        return parameter;
    }

    /// How many keys come before the id.
    int keys() {
        return keys.size();
    }

    private static String allowed() {
        return String.join(", ", Stream.of(values()).map(it -> it.parameter).toList());
    }

    /// What lacks the field (a rating) counts as 0.
    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(it -> {
            it.field(field).order(order);
            return field.equals("rating") ? it.missing(FieldValue.of(0)) : it;
        }));
    }
}
