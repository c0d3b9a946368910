package shop.inventory.reservation;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// What can happen to an inventory, in an order that nobody foresaw. Numbers choose from what there is by then.
sealed interface ModelCommand {

    /// One more than these is asked for: that one is never in stock, and has no row that a transaction could lock.
    int PRODUCTS = 3;

    int WAREHOUSES = 2;

    /// Sequences of commands: short ones, as what is wrong shows with few products and few orders.
    static Arbitrary<List<ModelCommand>> sequences() {
        return commands().list().ofMaxSize(40);
    }

    private static Arbitrary<ModelCommand> commands() {
        var places = Combinators.combine(upTo(PRODUCTS - 1), upTo(WAREHOUSES - 1), upTo(12))
                .as(Count::new);
        return Arbitraries.frequencyOf(
                Tuple.of(3, places),
                Tuple.of(1, places.list().ofMinSize(1).ofMaxSize(4).map(Import::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        upTo(PRODUCTS - 1),
                                        upTo(WAREHOUSES - 1),
                                        Arbitraries.integers().between(-6, 6).filter(it -> it != 0),
                                        upTo(3))
                                .as(Adjust::new)),
                Tuple.of(6, Combinators.combine(lines(), upTo(3)).as(Ask::new)),
                Tuple.of(2, upTo(20).map(AskAgain::new)),
                Tuple.of(1, Combinators.combine(upTo(20), lines()).as(AskOtherwise::new)),
                Tuple.of(
                        4,
                        Combinators.combine(Arbitraries.of(Fate.class), upTo(20))
                                .as(Tell::new)),
                Tuple.of(2, Arbitraries.of(new Wait(1), new Wait(2))),
                Tuple.of(14, Combinators.combine(consumers(), sizes(), steps()).as(Work::new)),
                Tuple.of(3, consumers().map(Crash::new)));
    }

    private static Arbitrary<List<Line>> lines() {
        return Combinators.combine(upTo(PRODUCTS), Arbitraries.integers().between(1, 5))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Consumer> consumers() {
        return Arbitraries.frequency(
                Tuple.of(3, new Consumer(Topic.CHECKOUTS, 0)),
                Tuple.of(3, new Consumer(Topic.CHECKOUTS, 1)),
                Tuple.of(2, new Consumer(Topic.ORDERS, 0)),
                Tuple.of(2, new Consumer(Topic.ORDERS, 1)));
    }

    private static Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 5);
    }

    /// Any step may be the last one for a while, and many batches go to their end.
    private static Arbitrary<Integer> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(1, 12)), Tuple.of(1, Arbitraries.just(Work.TO_THE_END)));
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }

    /// So much was found of a product in a warehouse.
    record Count(int product, int warehouse, int onHand) implements ModelCommand {}

    /// Counts of several places in one transaction.
    record Import(List<Count> counts) implements ModelCommand {}

    /// What came or went, under one of a few keys.
    record Adjust(int product, int warehouse, int delta, int key) implements ModelCommand {}

    /// A checkout, good for so many minutes: 0 is over when the first minute is.
    record Ask(List<Line> lines, int minutes) implements ModelCommand {}

    /// A checkout that came before, once more.
    record AskAgain(int order) implements ModelCommand {}

    /// Another checkout under the id of one that came before.
    record AskOtherwise(int order, List<Line> lines) implements ModelCommand {}

    /// What became of an order.
    record Tell(Fate fate, int order) implements ModelCommand {}

    /// So many minutes pass.
    record Wait(int minutes) implements ModelCommand {}

    /// A consumer goes so many steps through its batch; without one it first takes a new one, so large.
    record Work(Consumer consumer, int size, int steps) implements ModelCommand {
        static final int TO_THE_END = 1000;
    }

    /// A consumer dies with all that it has not committed, and comes back.
    record Crash(Consumer consumer) implements ModelCommand {}

    record Line(int product, int quantity) {}

    /// Two replicas may have the same records, as when a partition changes hands while its owner is still busy.
    record Consumer(Topic topic, int replica) {}

    enum Topic {
        CHECKOUTS,
        ORDERS
    }

    enum Fate {
        PLACED,
        CANCELLED,
        SHIPPED
    }
}
