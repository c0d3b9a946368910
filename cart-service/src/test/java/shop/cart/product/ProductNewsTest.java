package shop.cart.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import shop.cart.Examples;
import shop.cart.product.Product.Status;
import shop.cart.product.ProductNews.ProductChanged;
import shop.cart.product.ProductNews.StockChanged;

class ProductNewsTest {

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final ProductConsumer consumer = new ProductConsumer(null, null, json);

    @Test
    void the_examples_of_catalog_and_inventory_can_be_read() {
        assertThat(consumer.read(Examples.of("catalog.products.v1", "ProductChanged")))
                .isEqualTo(new ProductChanged("LAPTOP", 3, Status.ACTIVE, "Laptop", "ELECTRONICS", "999.99", "USD"));
        assertThat(consumer.read(Examples.of("inventory.stock.v1", "StockChanged")))
                .isEqualTo(new StockChanged("LAPTOP", 7, 4));
    }
}
