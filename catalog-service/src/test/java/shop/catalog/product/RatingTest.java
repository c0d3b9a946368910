package shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

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
}
