package shop.notification.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Work that N threads begin at the same moment.
final class AtOnce {

    private AtOnce() {}

    /// What each answers; throws what any throws.
    static <T> List<T> run(int threads, IntFunction<T> work) {
        var together = new CyclicBarrier(threads);
        var tasks = IntStream.range(0, threads)
                .<Callable<T>>mapToObj(it -> () -> {
                    together.await();
                    return work.apply(it);
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var answers = new ArrayList<T>();
            for (var answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
