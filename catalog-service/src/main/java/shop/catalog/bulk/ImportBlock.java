package shop.catalog.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.catalog.product.LockedProducts;
import shop.catalog.product.Product;
import shop.catalog.product.ProductBody;
import shop.catalog.product.ProductDetails;
import shop.catalog.product.ProductRefused.UnknownCategory;
import shop.contracts.bulk.Imported.Refusal;

/// Some lines of an import, put together by product.
///
/// @param offers what each product is to be; of two lines for the same product the later one counts
/// @param refused the lines that name a category which does not exist
record ImportBlock(Map<String, ProductDetails> offers, List<Refusal> refused) {

    static ImportBlock of(List<ProductBody> lines, Set<String> unknownCategories) {
        var offers = new LinkedHashMap<String, ProductDetails>();
        var refused = new ArrayList<Refusal>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (unknownCategories.contains(line.category())) {
                refused.add(new Refusal(i, "category", UnknownCategory.REASON));
            } else {
                offers.put(Objects.requireNonNull(line.productId()), line.details());
            }
        }
        return new ImportBlock(offers, refused);
    }

    static Set<String> categoriesOf(List<ProductBody> lines) {
        return lines.stream().map(ProductBody::category).collect(Collectors.toSet());
    }

    /// The products that are new or different; what is offered as it was does not get a new version.
    List<Product> changes(LockedProducts locked) {
        return offers.entrySet().stream()
                .flatMap(it -> change(locked, it.getKey(), it.getValue()))
                .toList();
    }

    private static Stream<Product> change(LockedProducts locked, String productId, ProductDetails details) {
        var before = locked.find(productId);
        var after = locked.offer(productId, details);
        return before.filter(after::equals).isPresent() ? Stream.empty() : Stream.of(after);
    }
}
