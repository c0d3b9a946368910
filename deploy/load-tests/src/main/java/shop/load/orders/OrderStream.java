package shop.load.orders;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/// The server-sent events of one order, line by line; keeps when each came.
final class OrderStream implements Flow.Subscriber<String> {

    private final Map<Integer, Long> arrivals = new ConcurrentHashMap<>();
    private int id;
    private boolean data;
    private volatile String failure = "";

    /// When the event of this sequence was here whole, by the clock of [System#nanoTime()].
    OptionalLong at(int sequence) {
        var at = arrivals.get(sequence);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /// Why it has ended before its time; empty where it has not.
    String failure() {
        return failure;
    }

    void fail(String reason) {
        failure = reason;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    /// An empty line ends an event; without data there was none, only a sign of life.
    @Override
    public void onNext(String line) {
        if (line.startsWith("id:")) {
            id = Integer.parseInt(line.substring(3).strip());
        } else if (line.startsWith("data:")) {
            data = true;
        } else if (line.isEmpty()) {
            if (data) {
                arrivals.putIfAbsent(id, System.nanoTime());
            }
            data = false;
        }
    }

    @Override
    public void onError(Throwable error) {
        fail(error.toString());
    }

    /// After the last event there is nothing to wait for.
    @Override
    public void onComplete() {}
}
