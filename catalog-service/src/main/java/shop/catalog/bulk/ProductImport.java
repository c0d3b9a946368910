package shop.catalog.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.util.List;
import shop.catalog.category.Categories;
import shop.catalog.product.Product;
import shop.catalog.product.ProductBody;
import shop.catalog.product.Products;
import shop.contracts.bulk.Import;
import shop.contracts.bulk.ImportBody;
import shop.contracts.bulk.Imported;
import shop.contracts.bulk.Imports;

/// Takes in whole catalogues: creates and changes products by their ids, a block of lines in one transaction.
@ApplicationScoped
class ProductImport {

    private final Products products;
    private final Categories categories;
    private final Unindexed unindexed;
    private final ObjectMapper json;
    private final Validator validator;
    private final Imports imports;
    private final IndexPace pace;

    ProductImport(
            Products products,
            Categories categories,
            Unindexed unindexed,
            ObjectMapper json,
            Validator validator,
            Imports imports,
            IndexPace pace) {
        this.products = products;
        this.categories = categories;
        this.unindexed = unindexed;
        this.json = json;
        this.validator = validator;
        this.imports = imports;
        this.pace = pace;
    }

    /// Returns when the whole body has been worked off; throws as [Import#run] does.
    void run(String importId, ImportBody body) {
        new Import<>(
                        ProductBody.class,
                        lines -> store(importId, lines),
                        json,
                        validator,
                        imports,
                        Default.class,
                        ProductBody.Imported.class)
                .run(importId, body, pace.of(importId)::await);
    }

    private Imported store(String importId, List<ProductBody> lines) {
        var block = ImportBlock.of(lines, categories.unknownOf(ImportBlock.categoriesOf(lines)));
        var locked = products.lock(block.offers().keySet());
        var changed = block.changes(locked);
        products.save(changed);
        unindexed.add(importId, changed);
        var created = (int) changed.stream().filter(Product::isNew).count();
        var unchanged = lines.size() - block.refused().size() - changed.size();
        return new Imported(created, changed.size() - created, unchanged, block.refused());
    }
}
