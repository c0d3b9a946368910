package shop.inventory.reservation;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import shop.inventory.reservation.ModelCommand.Ask;
import shop.inventory.reservation.ModelCommand.Consumer;
import shop.inventory.reservation.ModelCommand.Line;
import shop.inventory.reservation.ModelCommand.Topic;
import shop.inventory.reservation.ModelCommand.Wait;
import shop.inventory.reservation.ModelCommand.Work;

/// Whatever happens in whatever order, and whoever dies between whichever steps: the promises hold, and in the end
/// every checkout has one answer. `-Dshop.model.tries=N` runs so many sequences.
class InventoryModelTest {

    @Property(tries = 10_000)
    @AddLifecycleHook(TriesByOption.class)
    void the_promises_hold_after_every_step(@ForAll("sequences") List<ModelCommand> commands) {
        new MemoryInventory().run(commands);
    }

    /// The one race that no row lock decides: a product without stock has no row.
    @Example
    void of_two_consumers_that_decide_the_same_checkout_without_rows_the_later_takes_over_the_decision() {
        var neverInStock = new Line(ModelCommand.PRODUCTS, 1);
        var one = new Consumer(Topic.CHECKOUTS, 0);
        var other = new Consumer(Topic.CHECKOUTS, 1);

        new MemoryInventory()
                .run(List.of(
                        new Ask(List.of(neverInStock), 0),
                        new Work(one, 1, 3), // decided: out of stock
                        new Wait(1),
                        new Work(other, 1, Work.TO_THE_END), // decided and kept: expired
                        new Work(one, 1, Work.TO_THE_END)));
    }

    @Provide
    Arbitrary<List<ModelCommand>> sequences() {
        return ModelCommand.sequences();
    }

    static final class TriesByOption implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes()
                    .tries()
                    .map(it -> Integer.getInteger("shop.model.tries", it))
                    .ifPresent(context.attributes()::setTries);
            return property.execute();
        }
    }
}
