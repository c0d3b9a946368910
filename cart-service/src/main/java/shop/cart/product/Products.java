package shop.cart.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.cart.json.Json;
import shop.cart.product.ProductNews.Other;
import shop.cart.product.ProductNews.ProductChanged;
import shop.cart.product.ProductNews.StockChanged;
import shop.cart.redis.Views;

/// The views of products in Redis: for each a hash under [#KEY] and its id, with the fields [#PRODUCT] and
/// [#AVAILABLE].
@ApplicationScoped
public class Products {

    public static final String KEY = "product:";
    public static final String PRODUCT = "product";
    public static final String AVAILABLE = "available";

    private final Views views;
    private final Json json;

    Products(Views views, Json json) {
        this.views = views;
        this.json = json;
    }

    void keep(List<ProductNews> news) {
        views.keep(news.stream().flatMap(this::fact).toList());
    }

    /// The product as its two fields have it; nothing where the catalog has not told of it. Without news from
    /// inventory none is available.
    public Optional<Product> product(@Nullable String product, @Nullable String available) {
        if (product == null) {
            return Optional.empty();
        }
        return Optional.of(
                json.read(product, ProductChanged.class).with(available == null ? 0 : Long.parseLong(available)));
    }

    private Stream<Views.Fact> fact(ProductNews news) {
        return switch (news) {
            case ProductChanged it ->
                Stream.of(new Views.Told(KEY + it.productId(), PRODUCT, it.version(), json.write(it)));
            case StockChanged it ->
                Stream.of(new Views.Told(KEY + it.productId(), AVAILABLE, it.version(), Long.toString(it.available())));
            case Other() -> Stream.empty();
        };
    }
}
