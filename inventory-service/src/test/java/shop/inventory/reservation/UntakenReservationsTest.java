package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class UntakenReservationsTest {

    private static final String ANSWERS = "inventory.reservations.v1";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    ReserveStock reserveStock;

    @Inject
    OrderConsumer orders;

    @Inject
    UntakenReservations untaken;

    @Test
    void a_reservation_that_no_order_took_up_is_answered_again_once_in_five_minutes() {
        var orderId = heldSince("6 minutes");

        untaken.answerAgain();
        untaken.answerAgain();

        broker.awaitOn(
                ANSWERS,
                orderId.toString(),
                said -> assertThat(said).extracting(Broker.Said::type).containsExactly("StockReserved"));
    }

    @Test
    void a_reservation_that_an_order_took_up_is_not() {
        var taken = held();
        var fresh = heldSince("4 minutes");
        var untakenOne = heldSince("6 minutes");
        orders.on(Batch.of(Broker.record(
                "order.orders.v1", taken.toString(), "OrderPlaced", "{\"orderId\":\"%s\"}".formatted(taken))));
        age(taken, "6 minutes"); // Not before: the service's own timer may look at any moment.

        untaken.answerAgain();

        broker.awaitOn(ANSWERS, untakenOne.toString(), said -> assertThat(said).hasSize(1));
        assertThat(broker.on(ANSWERS, taken.toString())).isEmpty();
        assertThat(broker.on(ANSWERS, fresh.toString())).isEmpty();
    }

    private UUID heldSince(String time) {
        var orderId = held();
        age(orderId, time);
        return orderId;
    }

    private UUID held() {
        var checkout = aCheckout().of(shop.product(1), 1).build();
        reserveStock.handle(List.of(checkout));
        return checkout.orderId();
    }

    private void age(UUID orderId, String time) {
        shop.execute("UPDATE reservation SET answered_at = now() - ?::interval WHERE order_id = ?", time, orderId);
    }
}
