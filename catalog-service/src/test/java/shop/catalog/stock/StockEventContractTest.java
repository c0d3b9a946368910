package shop.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.catalog.Json;
import shop.catalog.product.Availability;
import shop.catalog.stock.StockEvent.StockChanged;

class StockEventContractTest {

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void the_contracts_example_reads_as_what_we_act_on() throws Exception {
        var example = Json.example("inventory.stock.v1/StockChanged")
                .with("aFieldOfTheFuture", 1)
                .text();

        assertThat(json.readValue(example, StockChanged.class))
                .isEqualTo(new StockChanged("LAPTOP", 7, 4, Map.of("EU", 4L), List.of("EU", "US")));
    }

    @Test
    void only_regions_that_have_some_are_in_stock() {
        var view = new StockChanged("LAPTOP", 7, 4, Map.of("US", 0L, "EU", 4L), null).view();

        assertThat(view.availability()).isEqualTo(new Availability(true, List.of("EU")));
        assertThat(new StockChanged("LAPTOP", 8, 0, Map.of("EU", 0L), null)
                        .view()
                        .availability())
                .isEqualTo(Availability.NONE);
    }

    @Test
    void where_it_is_sold_is_nothing_to_do_with_where_it_lies() {
        var view = new StockChanged("LAPTOP", 7, 4, Map.of("EU", 4L), List.of("US", "ASIA")).view();

        assertThat(view.availability()).isEqualTo(new Availability(true, List.of("EU"), List.of("ASIA", "US")));
    }
}
