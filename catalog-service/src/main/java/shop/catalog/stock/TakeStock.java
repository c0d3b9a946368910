package shop.catalog.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import shop.catalog.product.LockedProducts;
import shop.catalog.product.Product;
import shop.catalog.product.Products;
import shop.catalog.product.StockView;

/// Keeps what inventory said of products, and changes those whose customers see a difference.
///
/// What is said of a product that is not known here yet waits for it.
@ApplicationScoped
class TakeStock {

    private final Products products;

    TakeStock(Products products) {
        this.products = products;
    }

    @Transactional
    void take(List<StockView> said) {
        var newest = newestOfEach(said);
        var locked = products.lock(newest.stream().map(StockView::productId).toList());
        var news = newest.stream()
                .filter(it -> it.version() > locked.stockOf(it.productId()).version())
                .toList();
        products.saveStock(news);
        products.save(news.stream().flatMap(it -> changed(locked, it)).toList());
    }

    private static Collection<StockView> newestOfEach(List<StockView> said) {
        var newest = new HashMap<String, StockView>();
        said.forEach(view -> newest.merge(view.productId(), view, (a, b) -> a.version() >= b.version() ? a : b));
        return newest.values();
    }

    private static Stream<Product> changed(LockedProducts locked, StockView view) {
        var before = locked.find(view.productId());
        return before
                .map(it -> it.available(view.availability(), locked.now()))
                .filter(it -> !before.get().equals(it))
                .stream();
    }
}
