package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.List;

/// One partition of a topic, and how far the consumer group has come in it.
final class ModelTopic<R> {

    private final List<R> records = new ArrayList<>();
    private int committed;

    void add(R record) {
        records.add(record);
    }

    int end() {
        return records.size();
    }

    int committed() {
        return committed;
    }

    /// A late one may go back, as that of a consumer which was paused meanwhile: then more is delivered again.
    void commit(int offset) {
        committed = offset;
    }

    List<R> poll(int position, int most) {
        return List.copyOf(records.subList(position, Math.min(records.size(), position + most)));
    }
}
