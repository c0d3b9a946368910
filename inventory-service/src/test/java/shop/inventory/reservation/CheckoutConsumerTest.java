package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class CheckoutConsumerTest {

    private static final String ANSWERS = "inventory.reservations.v1";
    private static final String DEAD_LETTERS = "cart.checkouts.v1.inventory-service.dlq";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    CheckoutConsumer consumer;

    @Inject
    ReserveStock reserveStock;

    @Inject
    ObjectMapper json;

    @Test
    void a_checkout_from_the_topic_is_answered_with_what_is_held_and_what_was_asked() {
        var product = shop.product(5);
        var checkout = aCheckout().of(product, 2);
        var id = checkout.build().orderId().toString();

        broker.sendAll(List.of(checkout.record()).stream());

        broker.awaitOn(ANSWERS, id, said -> {
            assertThat(said).extracting(Broker.Said::type).containsExactly("StockReserved");
            assertThat(read(said.getFirst()).get("allocations").toString())
                    .isEqualTo("[{\"productId\":\"%s\",\"warehouseId\":\"MAIN\",\"quantity\":2}]".formatted(product));
            assertThat(read(said.getFirst()).get("checkout")).isEqualTo(read(checkout.json()));
        });
        assertThat(shop.reserved(product)).isEqualTo(2);
    }

    @Test
    void how_it_is_to_be_paid_is_echoed_at_once_and_again_from_what_is_stored() {
        var checkout = aCheckout().of(shop.product(5), 1).paidBy("BANK_TRANSFER");
        var id = checkout.build().orderId().toString();

        consumer.on(Batch.of(checkout.record()));
        consumer.on(Batch.of(checkout.record()));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said)
                        .extracting(it -> read(it).at("/checkout/paymentMethod").asText())
                        .containsExactly("BANK_TRANSFER", "BANK_TRANSFER"));
    }

    @Test
    void more_than_there_is_is_rejected_with_what_is_missing() {
        var product = shop.product(4);
        var checkout = aCheckout().of(product, 5);
        var id = checkout.build().orderId().toString();

        consumer.on(Batch.of(checkout.record()));

        broker.awaitOn(ANSWERS, id, said -> {
            assertThat(said).extracting(Broker.Said::type).containsExactly("StockRejected");
            assertThat(read(said.getFirst()).get("reason").asText()).isEqualTo("OUT_OF_STOCK");
            assertThat(read(said.getFirst()).get("shortages").toString())
                    .isEqualTo("[{\"productId\":\"%s\",\"requested\":5,\"available\":4}]".formatted(product));
        });
        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void what_is_delivered_again_is_answered_again_and_reserved_once() {
        var product = shop.product(5);
        var checkout = aCheckout().of(product, 2);
        var id = checkout.build().orderId().toString();
        consumer.on(Batch.of(checkout.record(), checkout.record()));

        consumer.on(Batch.of(checkout.record()));

        broker.awaitOn(ANSWERS, id, said -> {
            assertThat(said).hasSize(2);
            assertThat(said)
                    .extracting(Broker.Said::id)
                    .containsOnly(said.getFirst().id());
            assertThat(read(said.get(1))).isEqualTo(read(said.get(0)));
        });
        assertThat(shop.reserved(product)).isEqualTo(2);
    }

    @Test
    void a_crash_between_commit_and_answer_is_made_good_by_the_redelivery() {
        var product = shop.product(1);
        var checkout = aCheckout().of(product, 1);
        var id = checkout.build().orderId().toString();
        reserveStock.handle(List.of(checkout.build())); // Committed, and gone before a word was said.

        consumer.on(Batch.of(aCheckout().of(product, 1).record(), checkout.record()));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said).extracting(Broker.Said::type).containsExactly("StockReserved"));
        assertThat(shop.reserved(product)).isEqualTo(1);
    }

    @Test
    void a_rejection_stands_though_stock_has_come_since() {
        var product = shop.product(1);
        var checkout = aCheckout().of(product, 2);
        var id = checkout.build().orderId().toString();
        consumer.on(Batch.of(checkout.record()));
        shop.execute("UPDATE stock SET on_hand = 9 WHERE product_id = ?", product);

        consumer.on(Batch.of(checkout.record()));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockRejected", "StockRejected"));
        shop.execute("UPDATE stock SET on_hand = 1 WHERE product_id = ?", product);
    }

    @Test
    void another_checkout_under_a_used_id_is_told_what_the_first_was() {
        var product = shop.product(9);
        var first = aCheckout().of(product, 1).withFingerprint("first");
        var id = first.build().orderId();
        consumer.on(Batch.of(first.record()));

        consumer.on(Batch.of(
                aCheckout().withId(id).of(product, 7).withFingerprint("second").record()));

        broker.awaitOn(ANSWERS, id.toString(), said -> {
            assertThat(said).hasSize(2);
            assertThat(read(said.get(1)).get("fingerprint").asText()).isEqualTo("first");
        });
        assertThat(shop.reserved(product)).isEqualTo(1);
    }

    @Test
    void a_checkout_that_expired_on_its_way_is_rejected() {
        var product = shop.product(9);
        var checkout = aCheckout().of(product, 1).expiringAt(Instant.now().minusSeconds(1));
        var id = checkout.build().orderId().toString();

        consumer.on(Batch.of(checkout.record()));

        broker.awaitOn(ANSWERS, id, said -> {
            assertThat(said).hasSize(1);
            assertThat(read(said.getFirst()).get("reason").asText()).isEqualTo("EXPIRED");
        });
        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void a_type_that_nobody_knows_is_passed_over() {
        var product = shop.product(9);
        var known = aCheckout().of(product, 1);
        var unknown = Broker.record("cart.checkouts.v1", "some-key", "CheckoutAdmired", "{}");

        consumer.on(Batch.of(unknown, known.record()));

        broker.awaitOn(
                ANSWERS,
                known.build().orderId().toString(),
                said -> assertThat(said).hasSize(1));
        assertThat(broker.on(DEAD_LETTERS, "some-key")).isEmpty();
    }

    @Test
    void an_unreadable_record_in_the_middle_stops_nobody_and_is_answered_and_kept() {
        var product = shop.product(9);
        var before = aCheckout().of(product, 1);
        var after = aCheckout().of(product, 1);
        var unreadable = UUID.randomUUID().toString();
        var record = Broker.record("cart.checkouts.v1", unreadable, "CheckoutRequested", "{\"lines\": oops");

        consumer.on(Batch.of(before.record(), record, after.record()));

        broker.awaitOn(ANSWERS, unreadable, said -> {
            assertThat(said).hasSize(1);
            assertThat(read(said.getFirst()).get("reason").asText()).isEqualTo("UNPROCESSABLE");
        });
        broker.awaitOn(DEAD_LETTERS, unreadable, said -> {
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().reason()).contains("oops");
            assertThat(said.getFirst().json()).isEqualTo("{\"lines\": oops");
        });
        assertThat(shop.reserved(product)).isEqualTo(2);
    }

    @Test
    void half_a_unit_cannot_be_bought() {
        var product = shop.product(9);
        var checkout = aCheckout().of(product, 1);
        var id = checkout.build().orderId().toString();
        var half = checkout.json().replace("\"quantity\":1", "\"quantity\":1.5");

        consumer.on(Batch.of(Broker.record("cart.checkouts.v1", id, "CheckoutRequested", half)));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said).extracting(Broker.Said::type).containsExactly("StockRejected"));
        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void who_was_told_that_a_checkout_cannot_be_taken_is_not_served_by_a_later_one_under_its_id() {
        var product = shop.product(9);
        var later = aCheckout().of(product, 1);
        var id = later.build().orderId().toString();
        consumer.on(Batch.of(Broker.record("cart.checkouts.v1", id, "CheckoutRequested", "oops")));

        consumer.on(Batch.of(later.record()));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockRejected", "StockRejected"));
        assertThat(shop.reserved(product)).isZero();
    }

    @Test
    void an_unreadable_record_under_the_id_of_a_held_reservation_is_answered_as_that() {
        var product = shop.product(9);
        var held = aCheckout().of(product, 1);
        var id = held.build().orderId().toString();
        consumer.on(Batch.of(held.record()));

        consumer.on(Batch.of(Broker.record("cart.checkouts.v1", id, "CheckoutRequested", "oops")));

        broker.awaitOn(
                ANSWERS,
                id,
                said -> assertThat(said)
                        .extracting(Broker.Said::type)
                        .containsExactly("StockReserved", "StockReserved"));
    }

    @Test
    void a_record_whose_key_is_no_id_at_all_is_answered_under_that_key() {
        var key = "no-id-" + UUID.randomUUID();

        consumer.on(Batch.of(Broker.record("cart.checkouts.v1", key, "CheckoutRequested", "[]")));

        broker.awaitOn(
                ANSWERS,
                key,
                said -> assertThat(said).extracting(Broker.Said::type).containsExactly("StockRejected"));
        broker.awaitOn(DEAD_LETTERS, key, said -> assertThat(said).hasSize(1));
    }

    @Test
    void a_record_that_the_database_refuses_stops_nobody_and_is_answered_and_kept() {
        var product = shop.product(9);
        var good = List.of(
                aCheckout().of(product, 1),
                aCheckout().of(product, 1),
                aCheckout().of(product, 1));
        var refused = aCheckout().of(product, 1).by("al\\u0000ice");
        var id = refused.build().orderId().toString();

        consumer.on(Batch.of(
                good.get(0).record(),
                good.get(1).record(),
                refused.record(),
                good.get(2).record()));

        broker.awaitOn(ANSWERS, id, said -> {
            assertThat(said).hasSize(1);
            assertThat(read(said.getFirst()).get("reason").asText()).isEqualTo("UNPROCESSABLE");
        });
        broker.awaitOn(DEAD_LETTERS, id, said -> {
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().reason()).isNotBlank();
        });
        assertThat(shop.reserved(product)).isEqualTo(3);
    }

    private JsonNode read(Broker.Said said) {
        return read(said.json());
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
