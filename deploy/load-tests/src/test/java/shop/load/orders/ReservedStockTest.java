package shop.load.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservedStockTest {

    @Test
    void every_run_reserves_the_same_orders_and_each_once() {
        var one = new ReservedStock(1, 100);
        var other = new ReservedStock(1, 100);

        var orders = IntStream.range(0, 1000).mapToObj(_ -> one.next(1).key()).toList();

        assertThat(orders).doesNotHaveDuplicates();
        assertThat(orders)
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(_ -> other.next(1).key())
                        .toList());
    }

    @Test
    void the_lines_cost_what_the_order_costs() throws IOException {
        var reserved = new ReservedStock(1, 100).next(4);

        var checkout = new ObjectMapper().readTree(reserved.value()).path("checkout");

        assertThat(checkout.path("orderId").asText()).isEqualTo(reserved.key());
        assertThat(checkout.path("lines")).hasSize(4);
        assertThat(checkout.path("total").asText()).isEqualTo(sum(checkout, "total"));
        assertThat(checkout.path("discount").asText()).isEqualTo(sum(checkout, "discount"));
    }

    private static String sum(JsonNode checkout, String field) {
        var sum = BigDecimal.ZERO;
        for (var line : checkout.path("lines")) {
            sum = sum.add(new BigDecimal(line.path(field).asText()));
        }
        return sum.toPlainString();
    }
}
