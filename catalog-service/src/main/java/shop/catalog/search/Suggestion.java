package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a customer who begins to type may mean.
///
/// @param productId of the product that is called so, where it is one
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(Kind kind, String text, @Nullable String productId) {

    enum Kind {
        CATEGORY,
        BRAND,
        PRODUCT;

        String aggregation() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record All(List<Suggestion> suggestions) {}
}
