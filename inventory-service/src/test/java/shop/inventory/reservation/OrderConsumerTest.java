package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.inventory.reservation.Reservation.Status;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class OrderConsumerTest {

    private static final String ANSWERS = "inventory.reservations.v1";
    private static final String DEAD_LETTERS = "order.orders.v1.inventory-service.dlq";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    OrderConsumer consumer;

    @Inject
    ReserveStock reserveStock;

    @Inject
    Reservations reservations;

    @Test
    void a_cancelled_order_gives_its_stock_back() {
        var product = shop.product(5);
        var orderId = held(product, 2);

        broker.sendAll(List.of(said("OrderCancelled", orderId)).stream());

        broker.awaitOn(
                ANSWERS,
                orderId.toString(),
                said -> assertThat(said)
                        .extracting(Broker.Said::type, Broker.Said::json)
                        .containsExactly(tuple("StockReleased", """
                        {"orderId":"%s","allocations":[{"productId":"%s","warehouseId":"MAIN","quantity":2}]}\
                        """.formatted(orderId, product))));
        assertThat(shop.reserved(product)).isZero();
        assertThat(shop.onHand(product)).isEqualTo(5);
        assertThat(status(orderId)).isEqualTo(Status.RELEASED);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void cancelled_twice_is_released_once_and_answered_twice() {
        var product = shop.product(5);
        held(product, 2);
        var orderId = held(product, 3);
        consumer.on(Batch.of(said("OrderCancelled", orderId), said("OrderCancelled", orderId)));

        consumer.on(Batch.of(said("OrderCancelled", orderId)));

        broker.awaitOn(
                ANSWERS,
                orderId.toString(),
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockReleased", "StockReleased"));
        assertThat(shop.reserved(product)).isEqualTo(2);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void a_shipped_order_takes_its_stock_along() {
        var product = shop.product(5);
        var orderId = held(product, 2);

        consumer.on(Batch.of(said("OrderShipped", orderId)));
        consumer.on(Batch.of(said("OrderShipped", orderId)));

        broker.awaitOn(
                ANSWERS,
                orderId.toString(),
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockFulfilled", "StockFulfilled"));
        assertThat(shop.reserved(product)).isZero();
        assertThat(shop.onHand(product)).isEqualTo(3);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void all_of_an_orders_life_in_one_batch_is_worked_off_in_its_order() {
        var product = shop.product(9);
        var cancelled = held(product, 2);
        var shipped = held(product, 3);

        consumer.on(Batch.of(
                said("OrderPlaced", cancelled),
                said("OrderPlaced", shipped),
                said("OrderConfirmed", shipped),
                said("OrderCancelled", cancelled),
                said("OrderShipped", shipped),
                said("OrderDelivered", shipped)));

        assertThat(status(cancelled)).isEqualTo(Status.RELEASED);
        assertThat(status(shipped)).isEqualTo(Status.FULFILLED);
        assertThat(shop.reserved(product)).isZero();
        assertThat(shop.onHand(product)).isEqualTo(6);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void a_reservation_that_ended_does_not_end_otherwise() {
        var product = shop.product(9);
        var orderId = held(product, 2);
        consumer.on(Batch.of(said("OrderShipped", orderId)));

        consumer.on(Batch.of(said("OrderCancelled", orderId)));

        assertThat(status(orderId)).isEqualTo(Status.FULFILLED);
        assertThat(shop.onHand(product)).isEqualTo(7);
        broker.awaitOn(
                ANSWERS,
                orderId.toString(),
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockFulfilled", "StockFulfilled"));
    }

    @Test
    void a_placing_that_comes_late_changes_nothing() {
        var product = shop.product(9);
        var orderId = held(product, 2);
        consumer.on(Batch.of(said("OrderCancelled", orderId)));

        consumer.on(Batch.of(said("OrderPlaced", orderId)));

        assertThat(status(orderId)).isEqualTo(Status.RELEASED);
        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void an_order_that_was_never_reserved_for_moves_nothing() {
        var orderId = UUID.randomUUID();

        consumer.on(Batch.of(said("OrderPlaced", orderId), said("OrderCancelled", orderId)));

        assertThat(reservations.find(orderId)).isEmpty();
        assertThat(broker.on(DEAD_LETTERS, orderId.toString())).isEmpty();
    }

    @Test
    void an_unreadable_record_in_the_middle_stops_nobody_and_is_kept() {
        var product = shop.product(9);
        var before = held(product, 2);
        var after = held(product, 3);
        var key = "broken-" + UUID.randomUUID();

        consumer.on(Batch.of(
                said("OrderCancelled", before),
                Broker.record("order.orders.v1", key, "OrderCancelled", "{\"orderId\":7"),
                said("OrderCancelled", after)));

        assertThat(shop.reserved(product)).isZero();
        broker.awaitOn(DEAD_LETTERS, key, said -> {
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().reason()).isNotBlank();
        });
    }

    @Test
    void what_the_database_refuses_stops_nobody_and_is_kept() {
        var product = shop.product(9);
        var other = shop.product(9);
        var before = held(other, 2);
        var impossible = held(product, 2);
        var after = held(other, 3);
        shop.execute("UPDATE stock SET reserved = 1 WHERE product_id = ?", product);

        consumer.on(Batch.of(
                said("OrderCancelled", before), said("OrderCancelled", impossible), said("OrderShipped", after)));

        assertThat(status(before)).isEqualTo(Status.RELEASED);
        assertThat(status(impossible)).isEqualTo(Status.HELD);
        assertThat(status(after)).isEqualTo(Status.FULFILLED);
        broker.awaitOn(DEAD_LETTERS, impossible.toString(), said -> {
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().reason()).contains("never_sold_twice");
        });
        shop.execute("UPDATE stock SET reserved = 2 WHERE product_id = ?", product);
    }

    private UUID held(String product, int quantity) {
        var checkout = aCheckout().of(product, quantity).build();
        assertThat(reserveStock.handle(List.of(checkout))).allMatch(Reservation::isHeld);
        return checkout.orderId();
    }

    private Status status(UUID orderId) {
        return reservations.find(orderId).orElseThrow().status();
    }

    private static ProducerRecord<String, byte[]> said(String type, UUID orderId) {
        return Broker.record("order.orders.v1", orderId.toString(), type, "{\"orderId\":\"%s\"}".formatted(orderId));
    }
}
