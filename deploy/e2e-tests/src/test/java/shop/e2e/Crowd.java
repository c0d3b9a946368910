package shop.e2e;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Many customers who do the same thing at the same moment.
record Crowd(String name, int size) {

    List<String> customers() {
        return IntStream.range(0, size).mapToObj(it -> name + "-" + it).toList();
    }

    /// Everybody does it, all released at once; the answers in the order of [#customers()].
    <T> List<T> atOnce(Function<String, T> action) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = customers().stream()
                    .map(it -> threads.submit(() -> {
                        start.await();
                        return action.apply(it);
                    }))
                    .toList();
            start.countDown();
            return answers.stream().map(Crowd::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
