package shop.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import shop.local.client.Answer;
import shop.local.client.Endpoints;
import shop.local.client.Shop;
import shop.local.client.Until;

/// The small catalogue that an empty shop starts with.
public final class FirstCatalogue {

    private static final String FILE = "/catalogue/products.ndjson";
    private static final long ALWAYS_THE_SAME = 1;

    private final Shop shop;

    public FirstCatalogue(Endpoints endpoints) {
        this.shop = new Shop(endpoints);
    }

    /// Offers it, with some of each in stock, unless the shop has products already. Returns how many it offered.
    public int loadIntoEmptyShop() {
        if (products() > 0) {
            return 0;
        }
        var lines = read();
        shop.importProducts(lines).expectSuccess();
        var productIds = CatalogueFile.productIdsIn(lines.lines());
        shop.importStock(CatalogueFile.stockImportFor(productIds, new Random(ALWAYS_THE_SAME)))
                .expectSuccess();
        Until.answered(this::products, it -> it >= productIds.size());
        return productIds.size();
    }

    /// A catalogue that is ready may still be making its first index.
    private int products() {
        var found = Until.answered(() -> shop.search("limit=1"), Answer::isSuccess);
        return found.expectSuccess().body().path("total").asInt();
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(FirstCatalogue.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
