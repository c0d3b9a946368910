package shop.load.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FillingTest {

    @Test
    void the_id_of_a_number_is_what_the_database_makes_of_it() {
        // SELECT md5('1')::uuid
        assertThat(Filling.orderId(1)).isEqualTo("c4ca4238-a0b9-2382-0dcc-509a6f75849b");
    }
}
