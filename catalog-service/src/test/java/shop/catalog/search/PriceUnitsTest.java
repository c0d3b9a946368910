package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class PriceUnitsTest {

    @Property
    void prices_compare_as_their_units_do(
            @ForAll @Scale(4) @BigRange(min = "0", max = "999999999999.9999") BigDecimal one,
            @ForAll @Scale(4) @BigRange(min = "0", max = "999999999999.9999") BigDecimal other) {
        assertThat(Long.compare(PriceUnits.of(one), PriceUnits.of(other))).isEqualTo(one.compareTo(other));
    }
}
