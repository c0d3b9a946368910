package shop.inventory.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrategiesTest {

    private static final List<AllocationStrategy> SHIPPED =
            List.of(new RegionFirst(), new FewestParcels(), new MostStock());

    @Test
    void a_strategy_is_chosen_by_its_name() {
        assertThat(Strategies.choose(SHIPPED, "most-stock")).isInstanceOf(MostStock.class);
    }

    @Test
    void a_name_that_is_none_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> Strategies.choose(SHIPPED, "nearest"))
                .hasMessage("shop.inventory.allocation=nearest is no allocation strategy;"
                        + " there are [fewest-parcels, most-stock, region-first]");
    }

    @Test
    void two_of_the_same_name_are_refused() {
        assertThatThrownBy(() -> Strategies.choose(List.of(new MostStock(), new MostStock()), "most-stock"))
                .hasMessageContaining("Two allocation strategies are called most-stock");
    }
}
