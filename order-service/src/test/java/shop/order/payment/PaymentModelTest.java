package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.Money;
import shop.order.lifecycle.OrderStatus;
import shop.order.payment.PaymentGateway.Outcome;

/// Payment against time-out, a worker and two sweepers at once, notices, customers and crashes, in any order:
/// 10,000 runs of the plain rule, or as many as `-Dshop.payment.runs` says.
class PaymentModelTest {

    private static final int RUNS = Integer.getInteger("shop.payment.runs", 10_000);
    private static final long SEED = Long.getLong("shop.payment.seed", 1);
    private static final Money PRICE = Money.of("99.98", "USD");

    /// Of the model, in milliseconds.
    private static final long TIMEOUT = 1000;

    private static final long VOID_PATIENCE = 300;

    @Test
    void money_never_rests_without_an_outcome_and_no_dead_order_holds_stock() {
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            try {
                new Run(new Random(seed)).play();
            } catch (AssertionError e) {
                fail("seed " + seed, e);
            }
        }
    }

    @Test
    void every_end_is_met_in_these_runs() {
        var ends = new HashMap<OrderStatus, Integer>();
        for (long seed = 1; seed <= 300; seed++) {
            ends.merge(new Run(new Random(seed)).play(), 1, Integer::sum);
        }

        assertThat(ends).containsOnlyKeys(OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.CANCELLED);
    }

    private static final class Run {

        private final Random random;
        private final UUID orderId;
        private final FaultyGateway gateway;
        private final OrderModel order;
        private final DuePayment due;
        private final Asker[] askers = {new Asker(false), new Asker(true), new Asker(true)};
        private long now;

        Run(Random random) {
            this.random = random;
            orderId = new UUID(random.nextLong(), random.nextLong());
            gateway = new FaultyGateway(orderId, PRICE, random);
            order = new OrderModel(orderId, PRICE);
            due = new DuePayment(orderId, PRICE, null);
        }

        OrderStatus play() {
            for (int steps = 20 + random.nextInt(40); steps > 0; steps--) {
                step();
                order.check();
            }
            for (var told : gateway.heal()) {
                order.hear(told);
                order.check();
            }
            now = TIMEOUT + VOID_PATIENCE;
            while (order.isDue()) {
                askers[1].crash();
                askers[1].goOn();
                askers[1].goOn();
            }
            order.checkAtTheEnd(gateway.taken());
            return order.status();
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> askers[random.nextInt(askers.length)].goOn();
                case 5 -> askers[random.nextInt(askers.length)].crash();
                case 6 -> gateway.someNotices().forEach(order::hear);
                case 7 -> gateway.customerActs();
                case 8 -> now += random.nextInt(200);
                case 9 -> now = TIMEOUT + random.nextInt(-1, 2); // A millisecond before, at, after.
                case 10 -> whatPeopleDo();
                default -> now = Math.max(now, TIMEOUT + VOID_PATIENCE + random.nextInt(-1, 2));
            }
        }

        private void whatPeopleDo() {
            order.move(chance(50) ? OrderStatus.CANCELLED : OrderStatus.SHIPPED);
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        /// A worker, who charges in time, or a sweeper, who voids what is not wanted any more: claims, asks, and
        /// later settles what it heard, if it did not crash.
        private final class Asker {
            private final boolean sweeps;
            private Outcome heard;
            private long claimedAt;

            Asker(boolean sweeps) {
                this.sweeps = sweeps;
            }

            void goOn() {
                if (heard != null) {
                    settle();
                } else if (order.isDue() && isWanted() != sweeps) {
                    claimedAt = now;
                    heard = sweeps ? gateway.voidPayment(due) : gateway.charge(due);
                }
            }

            void crash() {
                heard = null;
            }

            private void settle() {
                order.settle(heard);
                heard = null;
                if (sweeps && order.isDue() && TIMEOUT <= claimedAt - VOID_PATIENCE) {
                    order.move(OrderStatus.CANCELLED);
                }
            }

            private boolean isWanted() {
                return order.status().equals(OrderStatus.PENDING) && TIMEOUT > now;
            }
        }
    }
}
