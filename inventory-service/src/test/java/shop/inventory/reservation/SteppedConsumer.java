package shop.inventory.reservation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A consumer that works off batches step by step, so that others can run, and it can die, between any two of them.
abstract class SteppedConsumer<R> {

    private final ModelTopic<R> topic;
    private final MemoryDatabase database;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private int end;
    MemoryDatabase.@Nullable Transaction transaction;
    List<R> batch = List.of();

    SteppedConsumer(ModelTopic<R> topic, MemoryDatabase database) {
        this.topic = topic;
        this.database = database;
    }

    /// True where it went at least one step. A new batch begins where the group has come to: whoever takes one owns
    /// the partition from then on, and gets what the owner before is still busy with.
    boolean go(int size, int most) {
        if (steps.isEmpty() && topic.committed() < topic.end()) {
            batch = topic.poll(topic.committed(), size);
            end = topic.committed() + batch.size();
            beginTransaction();
        }
        int gone = 0;
        while (gone < most && !steps.isEmpty() && goes(steps.pop())) {
            gone++;
        }
        return gone > 0;
    }

    /// The transaction dies with its connection.
    void crash() {
        if (transaction != null) {
            transaction.rollback();
        }
        steps.clear();
    }

    boolean isBusy() {
        return !steps.isEmpty();
    }

    boolean isAtEnd() {
        return steps.isEmpty() && topic.committed() == topic.end();
    }

    /// The steps of one transaction, from its first statement to the commit.
    abstract List<Runnable> statements();

    final void beginTransaction() {
        steps.clear();
        transaction = database.begin();
        steps.addAll(statements());
    }

    /// What is left once it is committed: each answer, and at last the offset.
    final void answer(Collection<ReservationEvent> answers, InventoryModel model) {
        answers.forEach(it -> steps.add(() -> model.answered(it)));
        steps.add(() -> topic.commit(end));
    }

    private boolean goes(Runnable step) {
        try {
            step.run();
            return true;
        } catch (MemoryDatabase.Blocked _) {
            steps.push(step);
            return false;
        }
    }
}
