package shop.cart.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.codec.StringCodec;

/// Runs scripts in Redis. Throws [RedisAway] where it does not answer.
@ApplicationScoped
public class Redis {

    private final RedissonClient client;
    private final Duration patience;
    private final Semaphore connections;
    private final Breaker breaker;

    Redis(RedissonClient client, RedisSettings settings) {
        this.client = client;
        this.patience = settings.patience();
        this.connections = new Semaphore(settings.connections(), true);
        this.breaker = new Breaker(System::nanoTime, settings.probe());
    }

    /// One round trip. What the script answers with `false` is null here.
    public List<@Nullable String> run(Call call) {
        return connected(() -> client.getScript(StringCodec.INSTANCE)
                .eval(
                        Mode.READ_WRITE,
                        call.script(),
                        ReturnType.LIST,
                        List.copyOf(call.keys()),
                        call.arguments().toArray()));
    }

    /// All in one round trip, each by itself whole; the answers stand in the order of the calls.
    @SuppressWarnings("unchecked")
    public List<List<@Nullable String>> runAll(List<Call> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        return connected(() -> {
            var batch = client.createBatch();
            var scripts = batch.getScript(StringCodec.INSTANCE);
            var sent = new HashMap<String, String>();
            calls.forEach(it -> enqueue(scripts, it, sent));
            return (List<List<@Nullable String>>) (List<?>) batch.execute().getResponses();
        });
    }

    /// Hears what is published to a channel from now on, reconnections included. Throws [RedisAway] where it cannot.
    public void listen(String channel, Consumer<String> heard) {
        orAway(() -> client.getTopic(channel, StringCodec.INSTANCE)
                .addListener(String.class, (_, message) -> heard.accept(message)));
    }

    /// Redisson's batches know no script cache. A script is sent as text where it first occurs, so that it is there
    /// by its hash for the calls behind it.
    private static void enqueue(RScriptAsync scripts, Call call, Map<String, String> sent) {
        List<Object> keys = List.copyOf(call.keys());
        var arguments = call.arguments().toArray();
        var hash = sent.get(call.script());
        if (hash == null) {
            sent.put(call.script(), Sha1.of(call.script()));
            var _ = scripts.evalAsync(Mode.READ_WRITE, call.script(), ReturnType.LIST, keys, arguments);
        } else {
            var _ = scripts.evalShaAsync(Mode.READ_WRITE, hash, ReturnType.LIST, keys, arguments);
        }
    }

    /// Has a connection of its own, so that the time for its answer does not pass while it waits behind others.
    private <T> T connected(Supplier<T> command) {
        var probe = breaker.isOpen();
        if (probe && !breaker.isNextProbe()) {
            throw new RedisAway("it did not just now");
        }
        acquire();
        try {
            if (!probe && breaker.isOpen()) {
                throw new RedisAway("it was found away while this call waited for a connection");
            }
            return orAway(command);
        } finally {
            connections.release();
        }
    }

    private void acquire() {
        try {
            if (!connections.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RedisAway("all connections are busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new RedisAway("interrupted");
        }
    }

    private <T> T orAway(Supplier<T> command) {
        try {
            var answer = command.get();
            breaker.worked();
            return answer;
        } catch (RedisException e) {
            if (silent(e)) {
                breaker.failed();
            }
            throw refused(e) ? e : new RedisAway(e.getClass().getSimpleName());
        }
    }

    private static boolean silent(RedisException e) {
        return e instanceof RedisTimeoutException
                || e instanceof RedisConnectionException
                || e instanceof RedisNodeNotFoundException;
    }

    /// Redis is there and says no to this very command: trying again would not help.
    private static boolean refused(RedisException e) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith("ERR") || message.startsWith("WRONGTYPE");
    }
}
