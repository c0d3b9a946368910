package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RatingTest {

    @Test
    void nobodys_stars_are_no_rating() {
        assertThat(Rating.NONE.average()).isNull();
    }

    @Test
    void the_average_has_two_decimals() {
        assertThat(new Rating(9, 2).average()).isEqualByComparingTo("4.5");
        assertThat(new Rating(13, 3).average()).isEqualByComparingTo("4.33");
        assertThat(new Rating(14, 3).average()).isEqualByComparingTo("4.67");
    }

    @Property
    void it_is_that_of_the_reviews_that_are_left(@ForAll List<@IntRange(min = 1, max = 5) Integer> stars) {
        var all = stars.stream().reduce(Rating.NONE, Rating::plus, (a, _) -> a);
        assertThat(all).isEqualTo(new Rating(stars.stream().mapToInt(it -> it).sum(), stars.size()));

        var kept = stars.stream().filter(it -> it > 2).toList();
        var left = stars.stream().filter(it -> it <= 2).reduce(all, Rating::minus, (a, _) -> a);
        assertThat(left).isEqualTo(kept.stream().reduce(Rating.NONE, Rating::plus, (a, _) -> a));
    }
}
