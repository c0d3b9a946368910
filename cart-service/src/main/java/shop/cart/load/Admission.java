package shop.cart.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lets so many in at a time, of each kind and in all; the next ones wait in a queue of their kind, the rest are
/// refused.
///
/// A place that is given back goes to the most urgent kind that waits and may have it, and there to who came first. So
/// nobody waits while there is a place for them. Plain Java: nothing here blocks, or knows what a request is.
final class Admission {

    enum State {
        NEW,
        ADMITTED,
        WAITING,
        REFUSED,
        LEFT
    }

    private final int limit;
    private final int queue;
    private final Map<Kind, Integer> limits;
    private final Map<Kind, Integer> inside = new EnumMap<>(Kind.class);
    private final Map<Kind, Deque<Turn>> waiting = new EnumMap<>(Kind.class);

    /// @param limits how many of each kind may be inside; never more than `limit` in all
    /// @param queue how many of each kind may wait
    Admission(int limit, Map<Kind, Integer> limits, int queue) {
        this.limit = limit;
        this.limits = new EnumMap<>(limits);
        this.queue = queue;
        for (var kind : Kind.values()) {
            inside.put(kind, 0);
            waiting.put(kind, new ArrayDeque<>());
        }
    }

    /// @param admitted run by whoever leaves, when a turn that has waited gets its place
    Turn turn(Kind kind, Runnable admitted) {
        return new Turn(kind, admitted);
    }

    synchronized int inside() {
        return inside.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int inside(Kind kind) {
        return inside.getOrDefault(kind, 0);
    }

    synchronized int waiting(Kind kind) {
        return queueOf(kind).size();
    }

    private boolean hasRoom(Kind kind) {
        return inside() < limit && inside(kind) < limits.getOrDefault(kind, limit);
    }

    private Deque<Turn> queueOf(Kind kind) {
        return waiting.computeIfAbsent(kind, _ -> new ArrayDeque<>());
    }

    private synchronized State enter(Turn turn) {
        if (hasRoom(turn.kind)) {
            admit(turn);
        } else if (waiting(turn.kind) < queue) {
            turn.state = State.WAITING;
            queueOf(turn.kind).add(turn);
        } else {
            turn.state = State.REFUSED;
        }
        return turn.state;
    }

    private void admit(Turn turn) {
        turn.state = State.ADMITTED;
        inside.merge(turn.kind, 1, Integer::sum);
    }

    /// Returns those who get the place.
    private synchronized List<Turn> leave(Turn turn) {
        var before = turn.state;
        turn.state = before == State.REFUSED ? before : State.LEFT;
        if (before == State.WAITING) {
            queueOf(turn.kind).remove(turn);
        }
        if (before != State.ADMITTED) {
            return List.of();
        }
        inside.merge(turn.kind, -1, Integer::sum);
        return admitWaiting();
    }

    private List<Turn> admitWaiting() {
        var admitted = new ArrayList<Turn>();
        for (var kind : Kind.values()) {
            while (hasRoom(kind) && !queueOf(kind).isEmpty()) {
                var next = queueOf(kind).remove();
                admit(next);
                admitted.add(next);
            }
        }
        return admitted;
    }

    private synchronized boolean giveUp(Turn turn) {
        if (turn.state != State.WAITING) {
            return false;
        }
        turn.state = State.REFUSED;
        return queueOf(turn.kind).remove(turn);
    }

    /// One who wants to get in, once.
    final class Turn {
        private final Kind kind;
        private final Runnable admitted;
        private State state = State.NEW;

        private Turn(Kind kind, Runnable admitted) {
            this.kind = kind;
            this.admitted = admitted;
        }

        Kind kind() {
            return kind;
        }

        /// Says how it stands now; who is WAITING may be admitted, elsewhere, at any time.
        State enter() {
            return Admission.this.enter(this);
        }

        /// True for who was still waiting, and is refused now.
        boolean giveUp() {
            return Admission.this.giveUp(this);
        }

        /// Gives back the place, or the wish for one; the second time nothing happens.
        void leave() {
            Admission.this.leave(this).forEach(it -> it.admitted.run());
        }
    }
}
