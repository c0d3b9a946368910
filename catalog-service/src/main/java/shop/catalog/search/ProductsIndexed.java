package shop.catalog.search;

import java.util.List;

/// Said within the service when the index has these versions of products, or newer ones.
public record ProductsIndexed(String[] productIds, Long[] versions) {

    static ProductsIndexed of(List<ProductDocument> documents) {
        return new ProductsIndexed(
                documents.stream().map(ProductDocument::productId).toArray(String[]::new),
                documents.stream().map(ProductDocument::version).toArray(Long[]::new));
    }
}
