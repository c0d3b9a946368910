package shop.catalog.answer;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Answers by what was asked, each made once for all who ask at the same time. Of what does not fit into memory, those
/// that are asked for most stay.
public final class KeptAnswers {

    /// What an entry takes besides its key and its body: the tag and the cache's own.
    private static final int OVERHEAD_BYTES = 500;

    private final Duration age;
    private final AsyncCache<String, Answer> answers;

    /// @param name of the cache in the metrics
    /// @param age how long an answer is good from when it was made
    /// @param bytes how much memory they take
    /// @param clock that says when they were made
    public KeptAnswers(String name, Duration age, long bytes, Clock clock, MeterRegistry metrics) {
        this.age = age;
        answers = Caffeine.newBuilder()
                .expireAfter(Expiry.creating(
                        (String _, Answer it) -> age.minus(Duration.between(it.madeAt(), clock.instant()))))
                .maximumWeight(bytes)
                .weigher((String key, Answer it) -> key.length() + it.body().length + OVERHEAD_BYTES)
                .recordStats()
                .buildAsync();
        CaffeineCacheMetrics.monitor(metrics, answers, name);
    }

    public Duration age() {
        return age;
    }

    /// The answer that is kept, or one that is made now. Throws what the maker throws, to all who wait for it.
    public Answer get(String key, Supplier<Answer> maker) {
        var mine = new CompletableFuture<Answer>();
        var answer = answers.get(key, (_, _) -> mine);
        if (answer == mine) {
            make(mine, maker);
        }
        return await(answer);
    }

    /// An answer made now, and kept.
    public Answer renew(String key, Supplier<Answer> maker) {
        var mine = new CompletableFuture<Answer>();
        answers.put(key, mine);
        make(mine, maker);
        return await(mine);
    }

    /// What is made at this moment is not kept either: it may have been read before the change.
    public void forget(Collection<String> keys) {
        answers.synchronous().invalidateAll(keys);
    }

    /// A future that failed is not kept.
    private static void make(CompletableFuture<Answer> answer, Supplier<Answer> maker) {
        try {
            answer.complete(maker.get());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
