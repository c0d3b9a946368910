package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.contracts.event.DeadLetters;
import shop.contracts.sql.Sql;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.inventory.allocation.AllocationStrategy;
import shop.inventory.allocation.Chosen;
import shop.inventory.allocation.Demand;
import shop.inventory.allocation.LowestIdFirst;
import shop.inventory.allocation.Pick;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.StockRows;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class OwnStrategyTest {

    private static final String ANSWERS = "inventory.reservations.v1";
    private static final String DEAD_LETTERS = "cart.checkouts.v1.inventory-service.dlq";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    Instance<AllocationStrategy> strategies;

    @Inject
    @Chosen
    AllocationStrategy chosen;

    @Inject
    StockLocks locks;

    @Inject
    Sql database;

    @Inject
    StockRows stock;

    @Inject
    Reservations reservations;

    @Inject
    Ledger ledger;

    @Inject
    ReservationAnswers answers;

    @Inject
    DeadLetters deadLetters;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    private String first;
    private String second;
    private String product;

    @BeforeEach
    void a_product_in_two_warehouses() {
        var id = UUID.randomUUID();
        first = "W-1-" + id;
        second = "W-2-" + id;
        shop.warehouse(first, "US", 9);
        shop.warehouse(second, "EU", 0);
        product = "SKU-" + id;
        shop.put(product, first, 5);
        shop.put(product, second, 5);
    }

    @Test
    void a_class_is_all_that_a_strategy_of_ones_own_takes() {
        var own = strategies.stream()
                .filter(it -> it.id().equals("lowest-id-first"))
                .findFirst()
                .orElseThrow();

        var held = reserveStock(own).handle(List.of(aCheckout().of(product, 1).build()));

        assertThat(own).isInstanceOf(LowestIdFirst.class);
        assertThat(held.getFirst().allocations()).containsExactly(new Allocation(product, first, 1));
        assertThat(chosen).isInstanceOf(RegionFirst.class);
    }

    @Test
    void a_wrong_strategy_costs_the_checkout_that_it_is_wrong_about_and_no_other() {
        var before = aCheckout().of(shop.product(1), 1);
        var wrong = aCheckout().of(product, 2);
        var after = aCheckout().of(shop.product(1), 1);
        var consumer = new CheckoutConsumer(reserveStock(new TooMuch()), answers, deadLetters, json);

        consumer.on(Batch.of(before.record(), wrong.record(), after.record()));

        assertAnswer(before, "StockReserved");
        assertAnswer(wrong, "StockRejected");
        assertAnswer(after, "StockReserved");
        broker.awaitOn(
                DEAD_LETTERS,
                idOf(wrong),
                said -> assertThat(said)
                        .singleElement()
                        .satisfies(it -> assertThat(it.reason()).contains("is not within the 5 that are there")));
        assertThat(shop.reserved(product)).isZero();
        assertThat(shop.differences(product)).isZero();
    }

    private void assertAnswer(CheckoutBuilder checkout, String type) {
        broker.awaitOn(
                ANSWERS,
                idOf(checkout),
                said -> assertThat(said).extracting(Broker.Said::type).containsExactly(type));
    }

    private static String idOf(CheckoutBuilder checkout) {
        return checkout.build().orderId().toString();
    }

    private ReserveStock reserveStock(AllocationStrategy strategy) {
        return new ReserveStock(locks, database, stock, reservations, ledger, clock, metrics, strategy);
    }

    /// Sells what is not there.
    private static final class TooMuch implements AllocationStrategy {

        @Override
        public String id() {
            return "too-much";
        }

        @Override
        public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
            return demands.stream()
                    .map(it -> new Pick(it.productId(), it.shelves().getFirst().warehouseId(), it.quantity() + 1_000))
                    .toList();
        }
    }
}
