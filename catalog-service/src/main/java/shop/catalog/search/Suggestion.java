package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer who begins to type may mean.
///
/// @param id of the category or the product that is called so
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(Kind kind, String text, @Nullable String id) {

    enum Kind {
        CATEGORY,
        BRAND,
        PRODUCT
    }

    record All(List<Suggestion> suggestions) {}
}
