package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PriceBandsTest {

    @Property
    void every_price_is_in_its_own_band_and_in_no_other(@ForAll @LongRange(min = 0, max = 20_000_000) long units) {
        var price = PriceUnits.amountOf(units);

        var bands = PriceBands.all().stream()
                .filter(it -> price.compareTo(new BigDecimal(it.from())) >= 0)
                .filter(it -> it.to() == null || price.compareTo(new BigDecimal(it.to())) <= 0)
                .toList();

        assertThat(bands).extracting(PriceBands.Band::from).containsExactly(PriceBands.of(units));
    }
}
