package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.Movement;
import shop.local.test.WithServers;

/// What holds even where the code above it is wrong. Each of these fails without its guard.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class GuardsTest {

    @Inject
    Shop shop;

    @Inject
    Ledger ledger;

    @Inject
    Reservations reservations;

    @Test
    void the_database_reserves_no_more_than_is_on_hand() {
        var product = shop.product(1);
        var checkout = aCheckout().of(product, 2).build();
        var tooMuch = Movement.forOrder(Movement.Kind.RESERVED, checkout.orderId(), product, "MAIN", 2);

        assertThatThrownBy(() -> ledger.book(List.of(tooMuch))).hasMessageContaining("never_sold_twice");

        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void the_database_gives_back_no_more_than_is_reserved() {
        var product = shop.product(1);
        var checkout = aCheckout().of(product, 1).build();
        var tooMuch = Movement.forOrder(Movement.Kind.RELEASED, checkout.orderId(), product, "MAIN", 1);

        assertThatThrownBy(() -> ledger.book(List.of(tooMuch))).hasMessageContaining("never_sold_twice");
    }

    @Test
    void an_adjustment_key_is_entered_once() {
        var product = shop.product(5);
        var adjustment = new Movement(Movement.Kind.ADJUSTED, product, "MAIN", 1, null, "found", "key");
        ledger.book(List.of(adjustment));

        assertThatThrownBy(() -> ledger.book(List.of(adjustment))).hasMessageContaining("adjustment_once");

        shop.execute("UPDATE stock SET on_hand = 6 WHERE product_id = ?", product);
    }

    @Test
    void a_checkout_is_decided_once() {
        var checkout = aCheckout().of(shop.product(9), 1).build();
        var first = Reservation.expired(checkout, Instant.now());
        var second = Reservation.held(checkout, List.of(new Allocation("LAPTOP", "MAIN", 1)), Instant.now());
        reservations.insert(List.of(first));

        var inserted = reservations.insert(List.of(second));

        assertThat(inserted).isZero();
        assertThat(reservations.of(List.of(checkout.orderId())))
                .extracting(Reservation::status)
                .containsExactly(Status.REJECTED);
    }

    @Test
    void a_reservation_ends_once() {
        var checkout = aCheckout().of(shop.product(9), 1).build();
        var held = Reservation.held(checkout, List.of(new Allocation("LAPTOP", "MAIN", 1)), Instant.now());
        reservations.insert(List.of(held));
        reservations.end(List.of(checkout.orderId()), Status.RELEASED);

        var again = reservations.end(List.of(checkout.orderId()), Status.FULFILLED);

        assertThat(again).isEmpty();
        assertThat(reservations.find(checkout.orderId()))
                .get()
                .extracting(Reservation::status)
                .isEqualTo(Status.RELEASED);
        shop.execute("DELETE FROM reservation WHERE order_id = ?", checkout.orderId());
    }
}
