package shop.order.following;

/// Which of an order's events comes next, wherever it comes from.
final class Sequence {

    enum Turn {
        NEXT,
        REPEATED,
        /// Something before it is missing.
        GAP
    }

    private int last;

    /// @param last the sequence of the last event that was taken; 0 where none was
    Sequence(int last) {
        this.last = last;
    }

    int last() {
        return last;
    }

    /// Says whether it is this event's turn; where it is, the next one is due afterwards.
    Turn take(int sequence) {
        if (sequence <= last) {
            return Turn.REPEATED;
        }
        if (sequence > last + 1) {
            return Turn.GAP;
        }
        last = sequence;
        return Turn.NEXT;
    }
}
