package shop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class MovementTimeTest {

    @Inject
    Shop shop;

    @Inject
    Movements movements;

    @Test
    void who_waited_for_the_stock_moves_it_later_than_those_before() {
        var product = shop.product(5);

        QuarkusTransaction.requiringNew().run(() -> {
            shop.number("SELECT 1"); // Begins, and waits for another.
            QuarkusTransaction.requiringNew().run(() -> move(product));
            move(product);
        });

        var newestFirst = movements.of(product, Long.MAX_VALUE, 3);
        assertThat(newestFirst.get(0).at()).isAfter(newestFirst.get(1).at());
        assertThat(newestFirst.get(1).at()).isAfter(newestFirst.get(2).at());
    }

    private void move(String product) {
        shop.execute(
                "INSERT INTO movement (product_id, warehouse_id, kind, quantity) VALUES (?, 'MAIN', 'ADJUSTED', 1)",
                product);
        shop.execute("UPDATE stock SET on_hand = on_hand + 1 WHERE product_id = ?", product);
    }
}
